package noroshi.channels;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import noroshi.platform.Settings;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server on a free port of this machine: keeps what it took, and refuses what it is told to. */
public final class MailSink implements AutoCloseable {

    public record Taken(String from, String to, byte[] bytes) {
        public MimeMessage mail() {
            try {
                return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private record Refusal(int code, String text) {}

    final List<Taken> taken = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    private final BlockingQueue<Taken> arrivals = new LinkedBlockingQueue<>();
    private final Map<String, Queue<Refusal>> recipients = new ConcurrentHashMap<>();
    private final Queue<Refusal> senders = new ConcurrentLinkedQueue<>();
    private final Queue<Refusal> contents = new ConcurrentLinkedQueue<>();
    private final SMTPServer server;

    public MailSink() {
        this(builder -> builder);
    }

    MailSink(UnaryOperator<SMTPServer.Builder> options) {
        server = options.apply(SMTPServer.port(0)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .hostName("sink.example")
                        .insertReceivedHeaders(false)
                        .messageHandlerFactory(Handler::new))
                .build();
        server.start();
    }

    public int port() {
        return server.getPortAllocated();
    }

    Settings.Smtp settings() {
        return new Settings.Smtp("localhost", port(), "", "", "none", "noroshi@pref.miyagi.example");
    }

    /** Each call answers one RCPT for the address. */
    void refuse(String address, int code, String text) {
        recipients.computeIfAbsent(address, a -> new ConcurrentLinkedQueue<>()).add(new Refusal(code, text));
    }

    void refuseSender(int code, String text) {
        senders.add(new Refusal(code, text));
    }

    void refuseContent(int code, String text) {
        contents.add(new Refusal(code, text));
    }

    /** The next mail, in the order of arrival; fails when none comes in time. */
    public Taken next() throws InterruptedException {
        var mail = arrivals.poll(30, TimeUnit.SECONDS);
        if (mail == null) throw new AssertionError("No mail came in time.");
        return mail;
    }

    List<String> recipients() {
        return taken.stream().map(Taken::to).toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Handler implements MessageHandler {

        private final List<String> to = new ArrayList<>();
        private String from = "";

        Handler(MessageContext context) {
            connections.incrementAndGet();
        }

        @Override
        public void from(String address) throws RejectException {
            answer(senders);
            from = address;
        }

        @Override
        public void recipient(String address) throws RejectException {
            answer(recipients.getOrDefault(address, new ConcurrentLinkedQueue<>()));
            to.add(address);
        }

        @Override
        public String data(InputStream content) throws RejectException, IOException {
            var bytes = content.readAllBytes();
            answer(contents);
            for (var address : to) {
                var mail = new Taken(from, address, bytes);
                taken.add(mail);
                arrivals.add(mail);
            }
            return "Ok: queued";
        }

        @Override
        public void done() {}

        private void answer(Queue<Refusal> refusals) throws RejectException {
            var refusal = refusals.poll();
            if (refusal != null) throw new RejectException(refusal.code(), refusal.text());
        }
    }
}
