package noroshi.acceptance;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the system said it has taken, and so must not lose. */
final class Acknowledged {

    /** Address of the public page → title. */
    final Map<String, String> articles = new ConcurrentHashMap<>();

    /** Mail addresses whose wish to subscribe was taken. */
    final Queue<String> subscriptions = new ConcurrentLinkedQueue<>();

    /** Mail addresses whose confirmation was taken. */
    final Set<String> confirmations = ConcurrentHashMap.newKeySet();

    /** Mail addresses of those who inquired; one inquiry each. */
    final Queue<String> inquiries = new ConcurrentLinkedQueue<>();

    /** Names of persons somebody told of; one telling each. */
    final Queue<String> persons = new ConcurrentLinkedQueue<>();

    int letters() {
        return subscriptions.size() + confirmations.size() + inquiries.size() + persons.size();
    }

    @Override
    public String toString() {
        return "%d articles, %d subscriptions, %d confirmations, %d inquiries, %d persons told of"
                .formatted(
                        articles.size(), subscriptions.size(), confirmations.size(), inquiries.size(), persons.size());
    }
}
