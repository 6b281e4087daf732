package org.fascicle.pages;

import org.fascicle.look.Frame;
import org.fascicle.look.Words;

/**
 * Something that could not be done.
 *
 * @param what in one line
 * @param remedy what the reader can do
 * @param back where to try again; empty when nothing can be tried here
 */
public record TroublePage(Frame frame, Words words, String what, String remedy, String back) {
    @Override
    public String toString() {
        return "TroublePage[]";
    }
}
