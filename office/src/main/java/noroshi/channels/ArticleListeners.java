package noroshi.channels;

import java.util.List;
import java.util.Set;
import noroshi.platform.Announcement;
import noroshi.platform.Lane;
import noroshi.platform.Listener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Two ears for public articles and announced dispatches, so that an emergency never waits behind a newsletter. */
@Configuration
class ArticleListeners {

    private static final int BATCH_MAX = 10;

    @Bean
    Listener urgentArticleMail(ArticleMail mail, Dispatches dispatches) {
        return new Ear("mail-urgent", Lane.ALERT, true, mail, dispatches);
    }

    @Bean
    Listener ordinaryArticleMail(ArticleMail mail, Dispatches dispatches) {
        return new Ear("mail", Lane.ORDINARY, false, mail, dispatches);
    }

    record Ear(String name, Lane lane, boolean urgent, ArticleMail mail, Dispatches dispatches) implements Listener {

        @Override
        public Set<String> topics() {
            return urgent ? Set.of("article.public", Dispatches.ANNOUNCED) : Set.of("article.public");
        }

        @Override
        public int batchMax() {
            return BATCH_MAX;
        }

        @Override
        public void handle(List<Announcement> batch) {
            for (var announcement : batch) {
                if (announcement.event().topic().equals(Dispatches.ANNOUNCED))
                    dispatches.writeDeliveries(
                            announcement.government(), Long.parseLong(announcement.fact("dispatch")));
                else if (ArticleMail.isUrgent(announcement) == urgent) mail.tell(announcement);
            }
        }
    }
}
