package noroshi.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import noroshi.platform.Audit;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Sign-in through another system: its word tells who someone is, never what they may do. An officer is found by their login and must be there
 * already; nobody is created, and no role comes from outside. Whoever has an authenticator app here is asked for its code all the same.
 */
@Component
final class OidcSignIn implements ClientRegistrationRepository {

    static final String REGISTRATION = "office";
    private static final Logger log = LoggerFactory.getLogger(OidcSignIn.class);

    private final OidcSettings settings;
    private final Settings installation;
    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final Audit audit;
    private final SecondFactors factors;
    private final InstantSource clock;
    private @Nullable ClientRegistration registration;

    OidcSignIn(
            OidcSettings settings,
            Settings installation,
            Tenancy tenancy,
            JdbcClient sql,
            Audit audit,
            SecondFactors factors,
            InstantSource clock) {
        this.settings = settings;
        this.installation = installation;
        this.tenancy = tenancy;
        this.sql = sql;
        this.audit = audit;
        this.factors = factors;
        this.clock = clock;
    }

    boolean isOn() {
        return settings.isOn();
    }

    /** Fetches and checks the ID token; what else the issuer could tell of someone is not asked. */
    static AuthenticationProvider provider() {
        return new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(),
                request -> new DefaultOidcUser(List.of(), request.getIdToken()));
    }

    /** Asks the issuer when the first officer comes, so that an office starts without it. */
    @Override
    public synchronized @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!isOn() || !id.equals(REGISTRATION)) return null;
        var known = registration;
        if (known == null)
            registration = known = ClientRegistrations.fromOidcIssuerLocation(settings.issuer())
                    .registrationId(REGISTRATION)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .scope("openid", "profile")
                    .redirectUri(installation.officeUrl().toString().replaceFirst("/$", "")
                            + "/sign-in/oidc/{registrationId}")
                    .clientSettings(ClientRegistration.ClientSettings.builder()
                            .requireProofKey(true)
                            .build())
                    .build();
        return known;
    }

    /** The issuer's word was checked (signature, nonce, audience, state): now who it is here. */
    void arrived(HttpServletRequest request, HttpServletResponse response, Authentication told)
            throws IOException, jakarta.servlet.ServletException {
        var officer = told.getPrincipal() instanceof OidcUser user
                ? find(user.getClaimAsString(settings.claim()))
                : Optional.<Officer>empty();
        var context = SecurityContextHolder.createEmptyContext();
        if (officer.isPresent()) {
            request.getSession().setAttribute(SessionMark.HOW, "oidc");
            context.setAuthentication(OfficerProvider.entering(officer.get(), factors, clock));
            tenancy.run(
                    officer.get().government(),
                    () -> audit.record(
                            officer.get().government(),
                            officer.get().id(),
                            "officer.signed-in",
                            "officer:" + officer.get().login(),
                            settings.name()));
        }
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        if (officer.isPresent())
            new SavedRequestAwareAuthenticationSuccessHandler()
                    .onAuthenticationSuccess(
                            request, response, java.util.Objects.requireNonNull(context.getAuthentication()));
        else response.sendRedirect("/sign-in?problem=unknown");
    }

    static void failed(HttpServletResponse response, Exception problem) throws IOException {
        log.warn("A sign-in through OpenID Connect failed: {}", problem.toString());
        response.sendRedirect("/sign-in?problem=oidc");
    }

    private Optional<Officer> find(@Nullable String login) {
        if (login == null || !login.matches("[a-z0-9._-]{2,60}")) return Optional.empty();
        return tenancy.everywhere(
                () -> sql.sql(Officers.COLUMNS + " where o.login = :login and o.active and not o.system")
                        .param("login", login)
                        .query(Officers::officer)
                        .optional());
    }
}
