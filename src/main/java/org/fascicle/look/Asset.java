package org.fascicle.look;

/**
 * A static file as it is sent.
 *
 * @param url its address, which changes with its content and so may be kept for ever
 */
record Asset(String url, String type, byte[] plain, byte[] gzipped) {

    @Override
    public String toString() {
        return url;
    }
}
