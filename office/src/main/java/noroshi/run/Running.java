package noroshi.run;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Brings up what every installation has: PostgreSQL (unless one is given), a beacon and the office, each one well. */
final class Running {

    private final Folders folders;
    private final Supervisor supervisor;
    private final Secrets secrets;
    private final Installation installation;
    private final Ports ports;
    private final Map<String, String> environment;

    Running(Folders folders, Map<String, String> environment) {
        this.folders = folders;
        this.environment = environment;
        folders.create();
        supervisor = new Supervisor(folders);
        supervisor.open();
        supervisor.stopAtExit();
        secrets = new Secrets(folders.keys());
        installation = new Installation(folders, secrets, environment);
        ports = new Ports(folders.data());
    }

    Supervisor supervisor() {
        return supervisor;
    }

    Ports ports() {
        return ports;
    }

    void start(Plan plan) {
        int adminPort = ports.inner();
        var keys = new SigningKeys(folders.keys());
        keys.ensure(InstantSource.system().instant());
        try (var health = new Health()) {
            var beacon = supervisor.start(installation.beacon(plan.publicPort(), adminPort, keys, plan.beacon()));
            var database =
                    plan.database().or(() -> fromEnvironment(environment)).orElseGet(this::ownDatabase);
            var settings = installation.officeSettings(plan, database, adminPort);
            Progress.say("starting the office (database " + database + ")");
            var office = supervisor.start(installation.office(settings, plan.files()));
            supervisor.await(beacon, () -> health.answers("http://127.0.0.1:" + adminPort + "/health"));
            supervisor.await(office, () -> health.answers("http://127.0.0.1:" + plan.officePort() + "/health"));
        }
    }

    /** Waits until the beacon has the site; what comes last are the forms that take Letters. */
    void awaitSite(int publicPort) {
        Progress.say("waiting for the pages");
        try (var health = new Health()) {
            supervisor.await(() -> health.takesForms("http://127.0.0.1:" + publicPort + "/receipt"));
        }
    }

    static Optional<Database> fromEnvironment(Map<String, String> environment) {
        var url = environment.getOrDefault("NOROSHI_DB_URL", "").strip();
        if (url.isEmpty()) return Optional.empty();
        var jdbc = url.startsWith("jdbc:") ? url : "jdbc:" + url.replaceFirst("^postgres://", "postgresql://");
        return Optional.of(new Database(
                jdbc,
                environment.getOrDefault("NOROSHI_DB_USER", "noroshi"),
                environment.getOrDefault("NOROSHI_DB_PASSWORD", "")));
    }

    private Database ownDatabase() {
        Progress.say("starting PostgreSQL");
        var server = new PostgreSql(folders, secrets, ports.inner());
        var child = supervisor.start(server.recipe());
        supervisor.await(child, server::isReady);
        return server.database();
    }
}
