package noroshi.people;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A sign-in that another system answers for, by OpenID Connect; {@code noroshi.oidc.*}.
 *
 * @param issuer its address, as its tokens name it; empty: none
 * @param name what the button says, e.g. 庁内共通認証
 * @param claim of the ID token that holds the officer's login
 */
@ConfigurationProperties("noroshi.oidc")
public record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("庁内共通認証") String name,
        @DefaultValue("preferred_username") String claim) {

    public boolean isOn() {
        return !issuer.isBlank();
    }
}
