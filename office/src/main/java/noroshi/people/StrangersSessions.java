package noroshi.people;

import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.session.ManagerBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * How many sessions there may be. The sign-in screen gives one to every stranger, for the token of its form; without a limit they would fill the
 * memory. A stranger's ends soon ({@code server.servlet.session.timeout}), an officer's after {@link StillThereFilter#REST}.
 */
@Component
final class StrangersSessions implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    static final int SESSIONS_MAX = 50_000;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> context.addLifecycleListener(event -> {
            if (event.getType().equals(Lifecycle.START_EVENT)
                    && event.getLifecycle() instanceof Context started
                    && started.getManager() instanceof ManagerBase manager) manager.setMaxActiveSessions(SESSIONS_MAX);
        }));
    }
}
