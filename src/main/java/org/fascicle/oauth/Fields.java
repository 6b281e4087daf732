package org.fascicle.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The fields of one JSON object in a settings file: knows where they stand, and which of them nobody asked for. */
public final class Fields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String setting;
    private final Path file;
    private final String where;
    private final JsonNode object;
    private final Set<String> asked = new HashSet<>();

    private Fields(String setting, Path file, String where, JsonNode object) {
        this.setting = setting;
        this.file = file;
        this.where = where;
        this.object = object;
        if (!object.isObject()) {
            throw fault("`" + (where.isEmpty() ? "the whole" : where) + "` must be a JSON object");
        }
    }

    /**
     * The whole of a settings file.
     *
     * @param setting the variable that names it, for messages
     * @throws IllegalArgumentException naming the setting and the file
     */
    public static Fields read(String setting, Path file) {
        try {
            return new Fields(setting, file, "", JSON.readTree(Files.readString(file)));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("`" + setting + "`: `" + file + "` is not JSON; line "
                    + broken.getLocation().getLineNr() + " cannot be read");
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("`" + setting + "`: `" + file + "` cannot be read");
        }
    }

    public String text(String name) {
        return find(name).orElseThrow(() -> fault(at(name) + " is missing"));
    }

    public Optional<String> find(String name) {
        JsonNode value = value(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw fault(at(name) + " must be text");
        }
        return Optional.of(value.textValue());
    }

    /** A list of texts; empty when the field is not there. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : list(name)) {
            if (!value.isTextual()) {
                throw fault(at(name) + " must be a list of texts");
            }
            texts.add(value.textValue());
        }
        return texts;
    }

    public Optional<Fields> findObject(String name) {
        JsonNode value = value(name);
        return value.isMissingNode() ? Optional.empty() : Optional.of(new Fields(setting, file, name, value));
    }

    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode value : list(name)) {
            objects.add(new Fields(setting, file, name + '[' + objects.size() + ']', value));
        }
        return objects;
    }

    public int number(String name, int standard, int least, int most) {
        JsonNode value = value(name);
        int number = value.isMissingNode() ? standard : value.asInt(least - 1);
        if (number < least || number > most) {
            throw wrong(name, value.toString(), "a whole number from " + least + " to " + most);
        }
        return number;
    }

    /** What stands in the file that this field names, looked for beside the settings file. */
    public String fileText(String name) {
        Path named = file.resolveSibling(text(name));
        try {
            return Files.readString(named);
        } catch (IOException unreadable) {
            throw wrong(name, text(name), "a file that can be read");
        }
    }

    private JsonNode list(String name) {
        JsonNode value = value(name);
        if (!value.isMissingNode() && !value.isArray()) {
            throw fault(at(name) + " must be a list");
        }
        return value;
    }

    private JsonNode value(String name) {
        asked.add(name);
        return object.path(name);
    }

    /** A misspelt field would otherwise be a setting silently not in force. */
    public void nothingElse() {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!asked.contains(name)) {
                throw fault(at(name) + " is not a field; there are " + String.join(", ", new TreeSet<>(asked)));
            }
        }
    }

    public IllegalArgumentException wrong(String name, String value, String wanted) {
        return fault(at(name) + " is `" + value + "`; it must be " + wanted);
    }

    public IllegalArgumentException wrong(String name, String what) {
        return fault(at(name) + ' ' + what);
    }

    private String at(String name) {
        return '`' + (where.isEmpty() ? name : where + '.' + name) + '`';
    }

    private IllegalArgumentException fault(String message) {
        return new IllegalArgumentException("`" + setting + "` (`" + file + "`): " + message);
    }
}
