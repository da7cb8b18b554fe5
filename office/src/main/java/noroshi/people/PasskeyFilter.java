package noroshi.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** {@code POST /sign-in/passkey}: what a passkey answered to the question of this session. */
final class PasskeyFilter extends AbstractAuthenticationProcessingFilter {

    private final Passkeys passkeys;

    PasskeyFilter(Passkeys passkeys) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-in/passkey"));
        this.passkeys = passkeys;
        setAuthenticationManager(authentication -> authentication);
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        setAuthenticationSuccessHandler(new SavedRequestAwareAuthenticationSuccessHandler());
        setAuthenticationFailureHandler(
                (request, response, problem) -> response.sendRedirect("/sign-in?problem=passkey"));
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        var answer = request.getParameter("answer");
        var officer = passkeys.answered(answer == null ? "" : answer, request.getSession(false))
                .orElseThrow(() -> new BadCredentialsException("refused"));
        request.getSession().setAttribute(SessionMark.HOW, "passkey");
        return OfficerProvider.signedIn(officer);
    }
}
