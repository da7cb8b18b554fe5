package noroshi.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import noroshi.people.SecondFactors.Proof;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** {@code POST /sign-in/code}: the second proof of someone whose password was right. */
final class SecondFactorFilter extends AbstractAuthenticationProcessingFilter {

    static final String PATH = "/sign-in/code";

    private final SecondFactors factors;
    private final InstantSource clock;

    SecondFactorFilter(SecondFactors factors, InstantSource clock) {
        super(PathPatternRequestMatcher.withDefaults().matcher(org.springframework.http.HttpMethod.POST, PATH));
        this.factors = factors;
        this.clock = clock;
        setAuthenticationManager(authentication -> authentication);
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        setAuthenticationSuccessHandler(new SavedRequestAwareAuthenticationSuccessHandler());
        setAuthenticationFailureHandler((request, response, problem) -> response.sendRedirect(
                problem instanceof LockedException
                        ? PATH + "?problem=locked"
                        : problem.getMessage() != null && problem.getMessage().equals("over")
                                ? "/sign-in?problem=over"
                                : PATH + "?problem=refused"));
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        var present = SecurityContextHolder.getContext().getAuthentication();
        var now = clock.instant();
        if (present == null || !(present.getPrincipal() instanceof HalfSignedIn half) || half.isOver(now))
            throw new BadCredentialsException("over");
        var code = request.getParameter("code");
        return switch (factors.prove(half.officer(), code == null ? "" : code, now)) {
            case Proof.Right right -> {
                request.getSession().setAttribute(SessionMark.HOW, "second-factor");
                yield OfficerProvider.signedIn(half.officer());
            }
            case Proof.Wrong wrong -> throw new BadCredentialsException("refused");
            case Proof.Resting(var until) -> throw new LockedException(until.toString());
        };
    }
}
