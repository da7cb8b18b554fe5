package noroshi.letters;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;
import noroshi.letter.LetterKeys;
import noroshi.people.Directory;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import noroshi.site.PublicRecords;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** Puts the intake together: the keys are read for each Letter, because they may be rotated; the handlers are whatever features offer. */
@Configuration
class LetterConfiguration {

    @Bean
    ReplyListener replyListener(Replies replies, Tenancy tenancy, PublicRecords records) {
        return new ReplyListener(replies, tenancy, records::put);
    }

    @Bean
    LetterIntake letterIntake(
            LetterStore letters,
            ObjectProvider<LetterHandler> handlers,
            Directory directory,
            Settings settings,
            Tenancy tenancy,
            InstantSource clock) {
        var keys = new LetterKeys(settings.data().resolve("keys").resolve("letter.key"), new SecureRandom());
        Supplier<Handlers> known = SingletonSupplier.of(() -> new Handlers(handlers.orderedStream()));
        return new LetterIntake(letters, known, keys::unseal, directory, tenancy, clock, settings.defaultSite());
    }
}
