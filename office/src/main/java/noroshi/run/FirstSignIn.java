package noroshi.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The first officer of an empty installation: unless the settings name one, a one-time password is made and told once. */
final class FirstSignIn {

    private static final String LOGIN = "admin";
    private static final int PASSWORD_CHARACTERS = 20;

    private final Path told;
    private final Secrets secrets;
    private final boolean wanted;

    FirstSignIn(Folders folders, Properties settings) {
        told = folders.keys().resolve("first-officer.told");
        secrets = new Secrets(folders.keys());
        wanted = !settings.containsKey("noroshi.first-officer.login") && !Files.exists(told);
    }

    /** Settings of the office; they have no effect on an installation that already has officers. */
    Map<String, String> settings() {
        return wanted
                ? Map.of("noroshi.first-officer.login", LOGIN, "noroshi.first-officer.password", password())
                : Map.of();
    }

    void tell() {
        if (!wanted) return;
        System.out.println("first officer: " + LOGIN + " " + password() + " (must be changed at the first sign-in)");
        Secrets.write(told, "");
    }

    private String password() {
        return secrets.value("first-officer.secret").substring(0, PASSWORD_CHARACTERS);
    }
}
