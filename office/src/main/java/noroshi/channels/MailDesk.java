package noroshi.channels;

import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the mails of a batch: the sheet once for each dispatch, the address and the secret link for each recipient. */
final class MailDesk {

    private static final int SHEETS_MAX = 100;

    /** A delivery and its mail, ready to go. */
    record Written(Delivery delivery, MimeMessage mail) {}

    private record Prepared(Dispatch dispatch, Stationery.Sheet sheet) {}

    private final DispatchStore dispatches;
    private final TokenStore tokenStore;
    private final Tokens tokens;
    private final Stationery stationery;
    private final MailWriter writer;
    private final Map<Long, Prepared> prepared = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Prepared> eldest) {
            return size() > SHEETS_MAX;
        }
    };

    MailDesk(DispatchStore dispatches, TokenStore tokenStore, Tokens tokens, Stationery stationery, MailWriter writer) {
        this.dispatches = dispatches;
        this.tokenStore = tokenStore;
        this.tokens = tokens;
        this.stationery = stationery;
        this.writer = writer;
    }

    /** Inside the claim's transaction: a token is known before its mail is sent. */
    synchronized List<Written> write(List<Delivery> deliveries) {
        var issued = new ArrayList<TokenStore.Issued>();
        var written = new ArrayList<Written>();
        for (var delivery : deliveries) {
            var content = prepared.computeIfAbsent(delivery.dispatch(), this::prepare);
            var token = token(delivery, content.dispatch().kind(), issued);
            written.add(new Written(delivery, writer.write(delivery, content.dispatch(), content.sheet(), token)));
        }
        tokenStore.add(issued);
        return written;
    }

    private Prepared prepare(long id) {
        var dispatch = dispatches.get(id);
        return new Prepared(dispatch, stationery.write(dispatch));
    }

    private String token(Delivery delivery, DispatchKind kind, List<TokenStore.Issued> issued) {
        @Nullable Long subscriber = delivery.subscriber();
        if (subscriber == null) return "";
        var purpose =
                kind == DispatchKind.CONFIRMATION ? TokenStore.Purpose.CONFIRMATION : TokenStore.Purpose.UNSUBSCRIPTION;
        var token =
                switch (purpose) {
                    case CONFIRMATION -> tokens.confirmation(delivery.id());
                    case UNSUBSCRIPTION -> tokens.unsubscription(delivery.government(), subscriber);
                };
        issued.add(new TokenStore.Issued(
                Tokens.hash(token),
                delivery.government(),
                subscriber,
                purpose,
                purpose == TokenStore.Purpose.CONFIRMATION ? delivery.id() : null));
        return token;
    }
}
