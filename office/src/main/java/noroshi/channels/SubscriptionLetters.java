package noroshi.channels;

import noroshi.letter.Letter;
import noroshi.letters.LetterHandler;
import noroshi.letters.LetterHandler.Understanding;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What residents ask of the mailing, through any beacon: to be told, to confirm it, and to be told no more. */
@Configuration
class SubscriptionLetters {

    @Bean
    LetterHandler subscriptionLetter(Subscriptions subscriptions) {
        return new Subscription(subscriptions);
    }

    @Bean
    LetterHandler confirmationLetter(Subscriptions subscriptions) {
        return new Confirmation(subscriptions);
    }

    @Bean
    LetterHandler unsubscriptionLetter(Subscriptions subscriptions) {
        return new Unsubscription(subscriptions);
    }

    record Subscription(Subscriptions subscriptions) implements LetterHandler {

        @Override
        public String form() {
            return "subscription";
        }

        @Override
        public Understanding handle(Letter letter) {
            var fields = letter.fields();
            var address = MailAddress.parse(fields.getOrDefault("email", ""));
            if (address.isEmpty()) return new Understanding.NotUnderstood("メールアドレスの形が正しくありません。");
            var wish = Interests.chosen(fields.getOrDefault("series", ""), fields.getOrDefault("areas", ""));
            if (wish.isEmpty()) return new Understanding.NotUnderstood("媒体または地域が選ばれていません。「すべて」とは扱いません。");
            if (!subscriptions.ask(letter.site(), address.get(), wish.get()))
                return new Understanding.NotUnderstood("選ばれた媒体または地域が、今はありません。");
            return Understanding.ACTED;
        }
    }

    /** An unknown or old token is an ordinary thing: nothing happens, and nobody is told whether it was known. */
    record Confirmation(Subscriptions subscriptions) implements LetterHandler {

        @Override
        public String form() {
            return "confirmation";
        }

        @Override
        public Understanding handle(Letter letter) {
            subscriptions.confirm(letter.site(), letter.fields().getOrDefault("t", ""), letter.receivedAt());
            return Understanding.ACTED;
        }
    }

    record Unsubscription(Subscriptions subscriptions) implements LetterHandler {

        @Override
        public String form() {
            return "unsubscription";
        }

        @Override
        public Understanding handle(Letter letter) {
            subscriptions.end(letter.site(), letter.fields().getOrDefault("t", ""), letter.receivedAt());
            return Understanding.ACTED;
        }
    }
}
