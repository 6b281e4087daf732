package org.fascicle.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cqframework.cql.cql2elm.CqlCompilerException;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.CqlTranslator;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.LibrarySourceProviderJvmKt;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.StringLibrarySourceProvider;
import org.fascicle.knowledge.cql.CqlLibrary;

/** The reference translator from CQL to ELM, over a set of libraries. */
public final class CqlTranslation {
    private final LibraryManager manager;
    private final Map<String, CqlLibrary> libraries;

    public CqlTranslation(List<CqlLibrary> libraries) {
        this.libraries = libraries.stream().collect(Collectors.toMap(CqlLibrary::name, Function.identity()));
        manager = new LibraryManager(new ModelManager(), new CqlCompilerOptions());
        manager.getLibrarySourceLoader()
                .registerProvider(new StringLibrarySourceProvider(
                        libraries.stream().map(CqlLibrary::source).toList()));
        LibrarySourceProviderJvmKt.getLibrarySourceProviders(false)
                .forEachRemaining(manager.getLibrarySourceLoader()::registerProvider);
    }

    public LibraryManager manager() {
        return manager;
    }

    /** What the translator finds wrong with a library, in its own words. */
    public List<String> complaints(String library) {
        return translate(library).getExceptions().stream()
                .map(CqlTranslation::words)
                .toList();
    }

    /** Its ELM as JSON, without blanks. */
    public String elm(CqlLibrary library) {
        try {
            return new ObjectMapper()
                    .readTree(translate(library.name()).toJson())
                    .toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CqlTranslator translate(String library) {
        return CqlTranslator.fromText(libraries.get(library).source(), manager);
    }

    private static String words(CqlCompilerException complaint) {
        return complaint.getSeverity() + " " + complaint.getMessage() + " at " + complaint.getLocator();
    }
}
