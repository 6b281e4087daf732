package org.fascicle.api;

import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.fascicle.api.answer.Answers;
import org.fascicle.api.answer.FailureAnswers;
import org.fascicle.api.chart.AuditProvider;
import org.fascicle.api.chart.Intake;
import org.fascicle.api.chart.KeptProvider;
import org.fascicle.api.chart.TransactionProvider;
import org.fascicle.api.definition.DefinitionProvider;
import org.fascicle.api.operation.ApplyOperation;
import org.fascicle.api.operation.AssessOperation;
import org.fascicle.api.operation.ExplainOperation;
import org.fascicle.api.operation.ExtractOperation;
import org.fascicle.api.operation.PopulateOperation;
import org.fascicle.api.operation.StaleOperation;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Extracting;
import org.fascicle.assessing.Populating;
import org.fascicle.audit.Event;
import org.fascicle.chart.index.Catalogue;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definition;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.response.ResponseValidator;
import org.fascicle.http.Body;
import org.fascicle.http.Sender;

/** The FHIR door, composed and put on the listener. */
public final class ApiDoor {
    /** Where it is, below our own address. */
    public static final String PATH = "/fhir";

    private static final Duration TO_SEND_IT = Duration.ofSeconds(30);

    private final URI base;
    private final Access access;
    private final Definitions definitions;
    private final Interviews interviews;
    private final Assessing assessing;
    private final Populating populating;
    private Consumer<Event> trail = unheard -> {};
    private Sender sender = new Sender(Set.of());

    /**
     * @param base our own address as clients see it, without a slash at the end
     * @param access who may come in, and to which chart
     */
    public ApiDoor(
            URI base,
            Access access,
            Definitions definitions,
            Interviews interviews,
            Assessing assessing,
            Populating populating) {
        this.base = base;
        this.access = access;
        this.definitions = definitions;
        this.interviews = interviews;
        this.assessing = assessing;
        this.populating = populating;
    }

    /**
     * Records every interaction.
     *
     * @param to has written the event when it returns, if it must be written before the answer
     * @param from tells the address of who asks
     */
    public ApiDoor recorded(Consumer<Event> to, Sender from) {
        trail = to;
        sender = from;
        return this;
    }

    public void addTo(ServletContextHandler context) {
        addTo(context, Capacity.USUAL);
    }

    public void addTo(ServletContextHandler context, Capacity capacity) {
        Gate gate = new Gate(new Body(capacity.bytes(), TO_SEND_IT), Room.ofMemory());
        context.addFilter(new FilterHolder(gate), PATH + "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(server(capacity)), PATH + "/*");
    }

    private FhirServer server(Capacity capacity) {
        Set<String> published = new TreeSet<>();
        definitions.all().stream().map(Definition::type).forEach(published::add);
        FhirServer server = new FhirServer();
        server.setServerAddressStrategy(new HardcodedServerAddressStrategy(base + PATH));
        server.setServerConformanceProvider(new Capabilities(published, capacity, access.takesTokens()));
        Stream.of(
                        new Reception(access, published, capacity),
                        new Recorder(trail, sender),
                        new Answers(),
                        new FailureAnswers())
                .forEach(server::registerInterceptor);
        published.forEach(type -> server.offer(type, () -> published(type)));
        Intake intake = new Intake(new ResponseValidator(interviews), capacity.entries(), capacity.search());
        Catalogue.types().forEach(type -> server.offer(type, () -> kept(type, intake)));
        server.offer("", () -> List.of(new TransactionProvider(intake)));
        return server;
    }

    private List<?> published(String type) {
        return with(new DefinitionProvider(type, definitions), type);
    }

    private List<?> kept(String type, Intake intake) {
        return with(type.equals(Intake.AUDIT) ? new AuditProvider(intake) : new KeptProvider(type, intake), type);
    }

    private List<?> with(Object provider, String type) {
        return Stream.concat(Stream.of(provider), operations(type)).toList();
    }

    private Stream<Object> operations(String type) {
        return switch (type) {
            case "QuestionnaireResponse" ->
                Stream.of(
                        new AssessOperation(assessing),
                        new ExplainOperation(assessing),
                        new ExtractOperation(new Extracting(interviews, definitions)));
            case "RiskAssessment" -> Stream.of(new StaleOperation(assessing));
            case "Questionnaire" -> Stream.of(new PopulateOperation(populating));
            case "PlanDefinition" -> Stream.of(new ApplyOperation(assessing));
            default -> Stream.empty();
        };
    }
}
