package org.fascicle.pages;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.fascicle.Settings;
import org.fascicle.assessing.OrderTerms;
import org.fascicle.assessing.Populating;
import org.fascicle.assessing.writeback.Allowance;
import org.fascicle.assessing.writeback.WriteBackPlan;
import org.fascicle.cdshooks.feedback.Remembered;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Search;
import org.fascicle.chart.remote.Abilities;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.http.Listener;
import org.fascicle.look.AssetServlet;
import org.fascicle.look.Assets;
import org.fascicle.oauth.Scopes;
import org.fascicle.sandbox.SandboxMode;
import org.fascicle.sandbox.authority.Authority;
import org.fascicle.sandbox.authority.OpenChart;
import org.fascicle.sandbox.authority.People;
import org.fascicle.sandbox.authority.Person;
import org.fascicle.sandbox.ward.Ward;
import org.fascicle.smart.SmartDoor;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.ehr.Ehrs;
import org.fascicle.smart.ehr.Terms;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.fascicle.testing.PracticeChart;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;

/** The practice's ward, its authorization server and the clinician's pages on one listener. */
final class WardSite implements AutoCloseable {
    static final String FRAMER = "https://ehr.example";
    private static final Interviews INTERVIEWS = new Interviews(Definitions.published());
    private static final People PEOPLE = new People(
            () -> List.of(new Person("imke", "Dr. Imke Landarzt"), new Person("samuel", "Dr. Samuel Oyelaran-Quill")),
            () -> Ward.PATIENTS.stream().map(id -> new Person(id, id)).toList());

    /** What was said to cards about whoever is launched. */
    final List<Remembered> cards = new CopyOnWriteArrayList<>();

    private final State state;
    final Chart chart;
    private final Listener listener;
    private final Authority authority;
    final URI base;
    /** Asked before each call to the chart. */
    final AtomicReference<Consumer<String>> trouble = new AtomicReference<>(call -> {});

    /** What the chart is said to take. */
    final AtomicReference<Function<Scopes, WriteBackPlan>> plan =
            new AtomicReference<>(scopes -> WriteBackPlan.of(Allowance.of(Abilities.UNKNOWN, scopes)));

    private WardSite(Path folder, Clock clock, Terms terms) {
        state = State.open(StatePlace.at("jdbc:sqlite:" + folder.resolve("state.db")), Optional.empty(), clock);
        chart = PracticeChart.open(folder, clock);
        Ward.fill(chart, PracticeChart::assessing, clock);
        AtomicReference<Authority> granted = new AtomicReference<>();
        listener = Listener.start("localhost", 0, (context, port) -> {
            URI here = URI.create("http://localhost:" + port);
            SandboxMode mode = SandboxMode.of(Settings.from(Map.of()), here);
            granted.set(new Authority(
                    mode,
                    PEOPLE,
                    Authority.ourselves(here, URI.create(here + SmartDoor.KEY_SET)),
                    state,
                    Authority.ACCESS_LIFE,
                    clock));
            granted.get().addTo(context);
            Ehr ehr = granted.get().ehr();
            Terms agreed = terms.showingOrdersAt(ehr.terms().orderPage());
            Ehr ours = new Ehr(ehr.name(), ehr.issuer(), ehr.clientId(), ehr.authentication(), ehr.hosts(), agreed);
            SmartDoor door = new SmartDoor(here, new Ehrs(List.of(ours)), state, clock);
            door.addTo(context);
            context.addServlet(new ServletHolder(new AssetServlet(new Assets())), Assets.PATH + "*");
            new PagesDoor(
                            door.launches(),
                            launch -> opened(door.launches().scopes(launch)),
                            uses(clock),
                            state,
                            new Assets(),
                            clock)
                    .addTo(context);
        });
        authority = granted.get();
        base = URI.create("http://localhost:" + listener.port());
    }

    private LaunchedChart.Opened opened(Scopes scopes) {
        return new LaunchedChart.Opened(
                GrantedChart.of(new LentChart(chart, trouble.get()), scopes),
                plan.get().apply(scopes));
    }

    static WardSite open(Path folder, Clock clock) {
        Terms standard = Terms.STANDARD;
        return new WardSite(
                folder,
                clock,
                new Terms(standard.scopes(), List.of(FRAMER), standard.callback(), standard.timeout(), ""));
    }

    private UseCases uses(Clock clock) {
        return new UseCases(
                INTERVIEWS,
                new Populating(INTERVIEWS, Limits.standard(), clock),
                PracticeChart.assessing(clock),
                OrderTerms.STANDARD,
                launch -> cards);
    }

    /** Opens this patient's chart in the practice EHR and launches: as far as the first page. */
    Page launch(Browser browser, String clinician, String patient) {
        return launch(browser, clinician, patient, "");
    }

    /** The same from the link of a card. */
    Page launch(Browser browser, String clinician, String patient, String appContext) {
        return launch(browser, clinician, new OpenChart(patient, "", clinician, true, "", appContext), scope -> true);
    }

    /** The same, with only these scopes left ticked. */
    Page launch(Browser browser, String clinician, String patient, Predicate<String> scopes) {
        return launch(browser, clinician, new OpenChart(patient, "", clinician, true, "", ""), scopes);
    }

    private Page launch(Browser browser, String clinician, OpenChart opened, Predicate<String> scopes) {
        browser.post(URI.create(base + "/authority/sign-in"), Map.of("clinician", clinician));
        URI launch = authority.launch(opened);
        Page consent = browser.follow(browser.get(launch));
        String fields = "decision=allow&request=" + consent.hidden("request") + "&" + boxes(consent, scopes);
        return browser.follow(browser.post(URI.create(base + "/authority/consent"), fields));
    }

    /** The same in a real browser. */
    com.microsoft.playwright.Page launch(
            com.microsoft.playwright.BrowserContext window, String clinician, String patient) {
        com.microsoft.playwright.Page page = window.newPage();
        window.request()
                .post(
                        base + "/authority/sign-in",
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setForm(com.microsoft.playwright.options.FormData.create()
                                        .set("clinician", clinician)));
        page.navigate(authority
                .launch(new OpenChart(patient, "", clinician, true, "", ""))
                .toString());
        page.locator("button[value=allow]").click();
        page.waitForURL("**/app/**");
        return page;
    }

    private static String boxes(Page consent, Predicate<String> scopes) {
        return Pattern.compile("name=\"scope\" value=\"([^\"]*)\" checked")
                .matcher(consent.body())
                .results()
                .map(found -> found.group(1))
                .filter(scopes)
                .map(scope -> "scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    <T extends Resource> List<T> all(Class<T> type, String patient) {
        return chart.searchAll(Search.of(type.getSimpleName()).where("patient", "Patient/" + patient)).stream()
                .map(stored -> stored.as(type))
                .toList();
    }

    /** Everything a clinician has put their name to. */
    List<Provenance> signedBy(String clinician) {
        return chart.searchAll(Search.of("Provenance").where("agent", "Practitioner/" + clinician)).stream()
                .map(stored -> stored.as(Provenance.class))
                .toList();
    }

    @Override
    public void close() {
        listener.close();
        chart.close();
        state.close();
    }
}
