package noroshi.channels;

import java.security.SecureRandom;
import java.time.InstantSource;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the sender together from what the installation configures. */
@Configuration
class MailConfiguration {

    @Bean
    Tokens mailTokens(Settings settings) {
        return Tokens.kept(settings.data().resolve("keys"), new SecureRandom());
    }

    @Bean
    MailDesk mailDesk(DispatchStore dispatches, TokenStore tokenStore, Tokens tokens, Settings settings) {
        return new MailDesk(
                dispatches,
                tokenStore,
                tokens,
                new Stationery(settings.publicUrl()),
                new MailWriter(settings.publicUrl(), settings.smtp().from()));
    }

    /** Off in tests and bulk loads: {@code noroshi.mail.send=false}; the ledger then fills and waits. */
    @Bean
    @ConditionalOnProperty(name = "noroshi.mail.send", havingValue = "true", matchIfMissing = true)
    SenderWorker senderWorker(
            DeliveryQueue queue,
            Results results,
            MailDesk desk,
            MailSettings mail,
            Settings settings,
            Tenancy tenancy,
            InstantSource clock,
            SenderBell bell) {
        var rates = new Rates(mail.perMinute(), mail.alertsPerMinute());
        return new SenderWorker(
                () -> new Sender(queue, results, desk, rates, tenancy, clock, Moments.UNDISTURBED),
                () -> new Smtp(settings.smtp(), mail.timeoutMs(), null),
                mail.connections(),
                queue,
                tenancy,
                clock,
                bell);
    }
}
