package org.fascicle.fhir.profile;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.MetadataResource;

/** One published definition. Its content is read and parsed when first asked for, and then kept. */
public final class Definition {
    private static final String FOLDER = "/profiles/";

    private final String file;
    private final String url;
    private final String version;
    private MetadataResource parsed;
    private volatile String text = "";

    private Definition(String file, String url, String version) {
        this.file = file;
        this.url = url;
        this.version = version;
    }

    /** Reads a line of the index: file, url and version, with tabs between them. */
    static Definition ofLine(String line) {
        String[] columns = line.split("\t");
        return new Definition(columns[0], columns[1], columns[2]);
    }

    /** One that is not on the class path. */
    static Definition of(MetadataResource resource) {
        String file = resource.fhirType() + "-" + resource.getIdElement().getIdPart() + ".json";
        Definition definition = new Definition(file, resource.getUrl(), resource.getVersion());
        definition.parsed = resource.copy();
        definition.text =
                FhirContext.forR4Cached().newJsonParser().setPrettyPrint(true).encodeResourceToString(resource);
        return definition;
    }

    /** The resource type, which is what the file's name begins with. */
    public String type() {
        return file.substring(0, file.indexOf('-'));
    }

    public String id() {
        return file.substring(file.indexOf('-') + 1, file.lastIndexOf('.'));
    }

    public String url() {
        return url;
    }

    public String version() {
        return version;
    }

    /** A copy of its own for each caller, since resources can be changed. */
    public MetadataResource resource() {
        return parsed().copy();
    }

    /** As published, formatted; read when first asked for, and then kept. */
    public String json() {
        if (!text.isEmpty()) {
            return text;
        }
        try (InputStream in = open(file)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream open(String file) {
        InputStream in = Definition.class.getResourceAsStream(FOLDER + file);
        if (in == null) {
            throw new IllegalStateException("`profiles/" + file + "` is not on the class path");
        }
        return in;
    }

    private synchronized MetadataResource parsed() {
        if (parsed == null) {
            parsed =
                    (MetadataResource) FhirContext.forR4Cached().newJsonParser().parseResource(json());
        }
        return parsed;
    }

    @Override
    public String toString() {
        return url + "|" + version;
    }
}
