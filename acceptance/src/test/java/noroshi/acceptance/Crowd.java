package noroshi.acceptance;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Officers who publish and residents who write, all the time, whatever breaks; each notes what was acknowledged. */
final class Crowd implements AutoCloseable {

    private static final int PUBLISH_EVERY_MS = 500;
    private static final int WRITE_EVERY_MS = 1_400;

    private final Demonstration demonstration;
    private final Acknowledged acknowledged;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String department;
    private volatile boolean resting;

    Crowd(Demonstration demonstration, Acknowledged acknowledged, String department) {
        this.demonstration = demonstration;
        this.acknowledged = acknowledged;
        this.department = department;
        every(PUBLISH_EVERY_MS, this::publish);
        every(WRITE_EVERY_MS, this::subscribe);
        every(WRITE_EVERY_MS, this::inquire);
        every(WRITE_EVERY_MS, this::tellOfSomebody);
        every(WRITE_EVERY_MS, this::confirm);
    }

    private interface Act {
        void once(Http http, int number) throws IOException;
    }

    private void every(int milliseconds, Act act) {
        threads.submit(() -> {
            try (var http = new Http()) {
                for (int number = 1; !resting; number++) {
                    try {
                        act.once(http, number);
                    } catch (IOException | IllegalStateException e) {
                        // Something was killed just now: not acknowledged, so nothing is owed.
                    }
                    LockSupport.parkNanos(milliseconds * 1_000_000L);
                }
            }
        });
    }

    private void publish(Http http, int number) throws IOException {
        var title = "強制終了試験の記事 第%d号".formatted(number);
        var fields =
                Map.of("series", "press", "title", title, "body", "本文 " + number, "areas", List.of(), "publish", true);
        var answer = new Api(http, demonstration).post("/articles", fields).expect(201);
        acknowledged.articles.put(answer.json().get("url").getAsString(), title);
    }

    private void subscribe(Http http, int number) throws IOException {
        var address = "reader-%d@kill.example".formatted(number);
        var page = http.get(demonstration.publicUrl() + "/040002/subscribe").expect(200);
        Forms.submit(http, page, Map.of("email", address, "series", "press", "areas", "all"))
                .expect(200);
        acknowledged.subscriptions.add(address);
    }

    private void inquire(Http http, int number) throws IOException {
        var address = "asker-%d@kill.example".formatted(number);
        var page = http.get(demonstration.publicUrl() + "/040002/inquiry/" + department)
                .expect(200);
        var fields = Map.of("name", "宮城 花子", "email", address, "subject", "問い合わせ " + number, "body", "避難所の場所を教えてください。");
        Forms.submit(http, page, fields).expect(200);
        acknowledged.inquiries.add(address);
    }

    private void tellOfSomebody(Http http, int number) throws IOException {
        var name = "鎮守 %d郎".formatted(number);
        var page = http.get(demonstration.publicUrl() + "/040002/safety/note").expect(200);
        var fields = Map.of(
                "name",
                name,
                "status",
                "believed_alive",
                "place",
                "門脇中学校",
                "author",
                "宮城 花子",
                "contact",
                "090-0000-0000");
        Forms.submit(http, page, fields).expect(200);
        acknowledged.persons.add(name.replace(" ", ""));
    }

    private void confirm(Http http, int number) throws IOException {
        var mailbox = new Mailbox(http, demonstration);
        for (var address : acknowledged.subscriptions) {
            if (acknowledged.confirmations.contains(address)) continue;
            var mails = mailbox.to(address);
            if (mails.isEmpty()) continue;
            var page = http.get(mails.getLast().link("/confirm")).expect(200);
            Forms.submit(http, page, Map.of()).expect(200);
            acknowledged.confirmations.add(address);
        }
    }

    @Override
    public void close() throws InterruptedException {
        resting = true;
        threads.shutdown();
        if (!threads.awaitTermination(60, TimeUnit.SECONDS)) throw new IllegalStateException("The crowd does not rest");
    }
}
