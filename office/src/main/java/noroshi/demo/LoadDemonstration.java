package noroshi.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.people.Directory;
import noroshi.people.Government;
import noroshi.people.Officer;
import noroshi.people.Officers;
import noroshi.people.Role;
import noroshi.people.Scope;
import noroshi.people.Tokens;
import noroshi.platform.Event;
import noroshi.platform.Outbox;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Fills an empty installation with the demonstration, in one transaction, and writes down how to sign in and call. */
@Component
final class LoadDemonstration {

    private static final Logger log = LoggerFactory.getLogger(LoadDemonstration.class);
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int PASSWORD_CHARACTERS = 12;
    private static final String ADMINISTRATOR = "admin";
    private static final List<String> SHOWN = List.of("040002", "041009");
    private static final Set<Scope> TOWN_SCOPES = Set.of(Scope.READ, Scope.EMERGENCIES_WRITE);

    private final Settings settings;
    private final Tenancy tenancy;
    private final ReferenceData reference;
    private final DemoArticles demoArticles;
    private final GeneratedArticles generatedArticles;
    private final DemoSubscribers demoSubscribers;
    private final DemoOldSite demoOldSite;
    private final DemoPlan demoPlan;
    private final DemoWorkflow demoWorkflow;
    private final DemoCare demoCare;
    private final List<DemoRegister> demoRegisters;
    private final DemoWriting demoWriting;
    private final Directory directory;
    private final Officers officers;
    private final Tokens tokens;
    private final Outbox outbox;
    private final PasswordEncoder passwords;
    private final SecureRandom random;
    private final InstantSource clock;

    LoadDemonstration(
            Settings settings,
            Tenancy tenancy,
            ReferenceData reference,
            DemoArticles demoArticles,
            GeneratedArticles generatedArticles,
            DemoSubscribers demoSubscribers,
            DemoOldSite demoOldSite,
            DemoPlan demoPlan,
            DemoWorkflow demoWorkflow,
            DemoCare demoCare,
            List<DemoRegister> demoRegisters,
            DemoWriting demoWriting,
            Directory directory,
            Officers officers,
            Tokens tokens,
            Outbox outbox,
            PasswordEncoder passwords,
            SecureRandom random,
            InstantSource clock) {
        this.settings = settings;
        this.tenancy = tenancy;
        this.reference = reference;
        this.demoArticles = demoArticles;
        this.generatedArticles = generatedArticles;
        this.demoSubscribers = demoSubscribers;
        this.demoOldSite = demoOldSite;
        this.demoPlan = demoPlan;
        this.demoWorkflow = demoWorkflow;
        this.demoCare = demoCare;
        this.demoRegisters = demoRegisters;
        this.demoWriting = demoWriting;
        this.directory = directory;
        this.officers = officers;
        this.tokens = tokens;
        this.outbox = outbox;
        this.passwords = passwords;
        this.random = random;
        this.clock = clock;
    }

    /** @param generated how many further articles to make for measuring */
    void handle(int generated) {
        long begun = System.nanoTime();
        boolean loaded = tenancy.everywhere(() -> !reference.isLoaded() && load(generated));
        if (!loaded) return;
        demoWorkflow.load(clock.instant());
        demoWriting.load(clock.instant());
        writeToken();
        log.info("The demonstration was loaded in {} ms.", (System.nanoTime() - begun) / 1_000_000);
    }

    private boolean load(int generated) {
        var now = clock.instant();
        var password = password();
        reference.loadFacts();
        reference.loadOffices(passwords.encode(password), now);
        if (generated > 0) generatedArticles.load(generated, now);
        demoArticles.load(now);
        demoSubscribers.load();
        demoOldSite.write();
        demoPlan.load(administrator(), now);
        demoCare.load(now);
        demoRegisters.forEach(register -> register.load(now));
        // Before the commit: without the file nobody could sign in to what was loaded.
        writeSignIns(password);
        outbox.announce(settings.defaultSite(), new Event("site.rebuild", "all", Map.of()));
        return true;
    }

    private void writeSignIns(String password) {
        var lines = SHOWN.stream()
                .flatMap(government -> officers.list(government).stream())
                .map(officer -> "%s %s %s".formatted(officer.login(), password, roles(officer)))
                .collect(Collectors.joining("\n", "", "\n"));
        write(settings.data().resolve("demo-signins.txt"), lines);
    }

    private static String roles(Officer officer) {
        return officer.roles().stream().sorted().map(Role::japanese).collect(Collectors.joining("・"));
    }

    private void writeToken() {
        var token = tokens.issue(administrator(), "デモ用（すべての操作）", Set.of(Scope.EVERYTHING), null, clock.instant());
        write(settings.data().resolve("demo-token"), token + "\n");
        write(settings.data().resolve("demo-town-tokens.txt"), townTokens());
    }

    /** What only a town's own officers may do, the prefecture's token cannot: tokens of those on duty, and of who approves. */
    private String townTokens() {
        var towns = tenancy.in(settings.defaultSite(), directory::listGovernments).stream()
                .filter(government -> !government.isPrefecture())
                .map(Government::code);
        return towns.flatMap(town -> tenancy.in(town, () -> officers.list(town)).stream())
                .filter(officer -> officer.has(Role.EMERGENCY) || officer.has(Role.APPROVER))
                .map(officer -> "%s %s %s %s\n"
                        .formatted(
                                officer.government(),
                                officer.has(Role.EMERGENCY) ? "emergency" : "approver",
                                officer.login(),
                                tokens.issue(officer, "デモ用（避難情報）", TOWN_SCOPES, null, clock.instant())))
                .collect(Collectors.joining());
    }

    private Officer administrator() {
        var government = settings.defaultSite();
        return tenancy.in(government, () -> officers.list(government)).stream()
                .filter(officer -> officer.login().equals(ADMINISTRATOR))
                .findFirst()
                .orElseThrow();
    }

    private String password() {
        return random.ints(PASSWORD_CHARACTERS, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }

    /** Readable by the one who runs the office alone. */
    private static void write(Path file, String text) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            Files.deleteIfExists(file);
            if (Files.getFileStore(folder == null ? Path.of(".") : folder).supportsFileAttributeView("posix"))
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
