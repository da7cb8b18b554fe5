package noroshi.people;

import java.time.InstantSource;
import noroshi.people.SignIn.Attempt;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Lets Spring Security ask {@link SignIn}; the principal is the {@link Officer}. */
final class OfficerProvider implements AuthenticationProvider {

    private final SignIn signIn;
    private final SecondFactors factors;
    private final InstantSource clock;

    OfficerProvider(SignIn signIn, SecondFactors factors, InstantSource clock) {
        this.signIn = signIn;
        this.factors = factors;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var login = String.valueOf(attempt.getPrincipal());
        var password = String.valueOf(attempt.getCredentials());
        return switch (signIn.handle(login, password, clock.instant())) {
            case Attempt.Accepted(Officer officer) -> entering(officer, factors, clock);
            case Attempt.Refused() -> throw new BadCredentialsException("refused");
            case Attempt.Locked(var until) -> throw new LockedException(until.toString());
        };
    }

    /** Signed in, or half of it when a second proof is owed. */
    static Authentication entering(Officer officer, SecondFactors factors, InstantSource clock) {
        if (!factors.has(officer)) return signedIn(officer);
        return UsernamePasswordAuthenticationToken.authenticated(
                new HalfSignedIn(officer, clock.instant()), null, java.util.List.of());
    }

    static Authentication signedIn(Officer officer) {
        return UsernamePasswordAuthenticationToken.authenticated(
                officer,
                null,
                officer.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                        .toList());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
