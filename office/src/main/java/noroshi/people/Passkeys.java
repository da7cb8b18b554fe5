package noroshi.people;

import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.platform.Audit;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys: an officer proves to their own device who they are, and the device to the office; nothing that could be told to a false site. The
 * ceremonies are Spring Security's. The device must have verified its holder, so a passkey is both factors at once.
 */
@Component
public final class Passkeys {

    public static final int LABEL_CHARACTERS_MAX = 60;
    static final int KEYS_MAX = 10;
    private static final int JSON_CHARACTERS_MAX = 60_000;
    private static final String OFFERED = "noroshi.passkey-offered";
    private static final String ASKED = "noroshi.passkey-asked";
    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);

    private final PasskeyStore store;
    private final URI office;
    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final Audit audit;
    private @Nullable Ceremonies ceremonies;

    Passkeys(PasskeyStore store, Settings settings, Tenancy tenancy, JdbcClient sql, Audit audit) {
        this.store = store;
        this.office = settings.officeUrl();
        this.tenancy = tenancy;
        this.sql = sql;
        this.audit = audit;
    }

    public record Key(String id, String label, Instant createdAt, Instant usedAt) {}

    /** Made when the first officer needs them: the library takes longer to load than the office has at its start. */
    private record Ceremonies(WebAuthnRelyingPartyOperations operations, JsonMapper json) {}

    private synchronized Ceremonies ceremonies() {
        var known = ceremonies;
        if (known == null) {
            var party = PublicKeyCredentialRpEntity.builder()
                    .id(office.getHost())
                    .name("狼煙 庁内")
                    .build();
            var operations = new Webauthn4JRelyingPartyOperations(
                    store, store, party, Set.of(office.toString().replaceFirst("/+$", "")));
            operations.setCustomizeCreationOptions(
                    options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                            .residentKey(ResidentKeyRequirement.REQUIRED)
                            .userVerification(UserVerificationRequirement.REQUIRED)
                            .build()));
            operations.setCustomizeRequestOptions(
                    options -> options.userVerification(UserVerificationRequirement.REQUIRED));
            ceremonies = known = new Ceremonies(
                    operations,
                    JsonMapper.builder().addModule(new WebauthnJacksonModule()).build());
        }
        return known;
    }

    /** What the browser is to make; JSON. */
    public String offer(Officer officer, HttpSession session) {
        var who = UsernamePasswordAuthenticationToken.authenticated(officer.login(), null, List.of());
        var options = ceremonies()
                .operations()
                .createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(who));
        session.setAttribute(OFFERED, options);
        return ceremonies().json().writeValueAsString(options);
    }

    /** What the browser made. False: it is not what was asked for, or there are ten already. */
    public boolean add(Officer officer, String made, String label, HttpSession session) {
        var offered = session.getAttribute(OFFERED);
        session.removeAttribute(OFFERED);
        var name = label.strip();
        if (!(offered instanceof PublicKeyCredentialCreationOptions options)
                || made.length() > JSON_CHARACTERS_MAX
                || name.isEmpty()
                || name.length() > LABEL_CHARACTERS_MAX
                || list(officer).size() >= KEYS_MAX) return false;
        try {
            var credential = ceremonies()
                    .json()
                    .readValue(made, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            var record = ceremonies()
                    .operations()
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            options, new RelyingPartyPublicKey(credential, name)));
            if (PasskeyStore.officer(record.getUserEntityUserId()) != officer.id())
                throw new IllegalStateException("A passkey was made for somebody else.");
        } catch (JacksonException | IllegalArgumentException | com.webauthn4j.util.exception.WebAuthnException e) {
            log.info("A passkey of {} was refused: {}", officer.login(), e.toString());
            return false;
        }
        tenancy.run(officer.government(), () -> record(officer, "officer.passkey-added", name));
        return true;
    }

    /** What the browser is to answer at sign-in; JSON. Names nobody: which officers have passkeys is not said. */
    public String ask(HttpSession session) {
        var nobody = new AnonymousAuthenticationToken(
                "passkey", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
        var options = ceremonies()
                .operations()
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(nobody));
        session.setAttribute(ASKED, options);
        return ceremonies().json().writeValueAsString(options);
    }

    /** Whose passkey answered; each question is answered once. */
    Optional<Officer> answered(String answer, @Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(ASKED) instanceof PublicKeyCredentialRequestOptions asked))
            return Optional.empty();
        session.removeAttribute(ASKED);
        if (answer.length() > JSON_CHARACTERS_MAX) return Optional.empty();
        try {
            var credential = ceremonies()
                    .json()
                    .readValue(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var entity =
                    ceremonies().operations().authenticate(new RelyingPartyAuthenticationRequest(asked, credential));
            var officer = find(PasskeyStore.officer(entity.getId()));
            officer.ifPresent(one -> tenancy.run(one.government(), () -> record(one, "officer.signed-in", "パスキー")));
            return officer;
        } catch (JacksonException | IllegalArgumentException | com.webauthn4j.util.exception.WebAuthnException e) {
            log.info("A passkey was refused: {}", e.toString());
            return Optional.empty();
        }
    }

    private Optional<Officer> find(long id) {
        return tenancy.everywhere(() -> sql.sql(Officers.COLUMNS + " where o.id = :id and o.active and not o.system")
                .param("id", id)
                .query(Officers::officer)
                .optional());
    }

    public List<Key> list(Officer officer) {
        return tenancy.in(officer.government(), () -> sql.sql("""
                        select id, label, created_at, used_at from officer_passkey
                         where government = :government and officer = :officer order by created_at
                        """)
                .param("government", officer.government())
                .param("officer", officer.id())
                .query((row, n) -> new Key(
                        row.getString("id"),
                        row.getString("label"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("used_at").toInstant()))
                .list());
    }

    public boolean remove(Officer officer, String id) {
        return tenancy.in(officer.government(), () -> {
            int removed = sql.sql(
                            "delete from officer_passkey where government = :government and officer = :officer and id = :id")
                    .param("government", officer.government())
                    .param("officer", officer.id())
                    .param("id", id)
                    .update();
            if (removed > 0) record(officer, "officer.passkey-removed", "");
            return removed > 0;
        });
    }

    private void record(Officer officer, String act, String detail) {
        audit.record(officer.government(), officer.id(), act, "officer:" + officer.login(), detail);
    }
}
