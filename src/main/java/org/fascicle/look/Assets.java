package org.fascicle.look;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The static files of all pages: the style sheet, our few lines of script, htmx and the icon. Read once, when first needed. */
public final class Assets {
    /** Where they are served. */
    public static final String PATH = "/assets/";

    private static final List<String> STYLE_SHEETS = List.of(
            "tokens",
            "base",
            "layout",
            "components",
            "forms",
            "choices",
            "interview",
            "bodymap",
            "result",
            "ward",
            "print");
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final int HASH_LENGTH = 12;

    private static final class Shipped {
        static final Map<String, Asset> BY_NAME = Map.of(
                "style", asset("fascicle", "css", "text/css;charset=utf-8", styleSheet()),
                "script", asset("fascicle", "js", "text/javascript;charset=utf-8", read("fascicle.js")),
                "htmx", asset("htmx", "js", "text/javascript;charset=utf-8", read(HTMX)),
                "icon", asset("icon", "svg", "image/svg+xml", read("icon.svg")));
        static final Map<String, Asset> BY_URL =
                BY_NAME.values().stream().collect(Collectors.toUnmodifiableMap(Asset::url, Function.identity()));
    }

    /** The address of {@code style}, {@code script}, {@code htmx} or {@code icon}. */
    public String url(String name) {
        return Optional.ofNullable(Shipped.BY_NAME.get(name))
                .map(Asset::url)
                .orElseThrow(() -> new IllegalArgumentException("there is no static file `" + name + "`"));
    }

    Optional<Asset> find(String url) {
        return Optional.ofNullable(Shipped.BY_URL.get(url));
    }

    private static byte[] styleSheet() {
        return STYLE_SHEETS.stream()
                .flatMap(name -> Stream.of(new String(read("css/" + name + ".css"), UTF_8)))
                .collect(Collectors.joining("\n"))
                .getBytes(UTF_8);
    }

    private static Asset asset(String name, String ending, String type, byte[] content) {
        String url = PATH + name + "." + hash(content) + "." + ending;
        return new Asset(url, type, content, Gzip.best(content));
    }

    private static byte[] read(String resource) {
        try (InputStream stream = Assets.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("`" + resource + "` is missing from the class path");
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
