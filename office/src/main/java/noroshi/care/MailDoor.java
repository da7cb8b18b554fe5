package noroshi.care;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import noroshi.platform.Tenancy;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Takes officers' mails by SMTP from the installation's own mail server, on the loopback address. It says yes only when the mail stands in the
 * database, and no at once to an address that nobody has.
 */
@Component
final class MailDoor implements SmartLifecycle {

    private static final int CONNECTIONS_MAX = 20;
    private static final int WAITING_MAX = 50;

    private final CareSettings settings;
    private final MailIn mails;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private volatile @org.jspecify.annotations.Nullable SMTPServer server;

    MailDoor(CareSettings settings, MailIn mails, Tenancy tenancy, InstantSource clock) {
        this.settings = settings;
        this.mails = mails;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (settings.mailPort() == 0) return;
        server = open(settings.mailPort());
    }

    SMTPServer open(int port) {
        var opened = new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(port)
                .hostName("localhost")
                .softwareName("Noroshi drafts")
                .maxConnections(CONNECTIONS_MAX)
                .maxMessageSize(MailReading.MAIL_BYTES_MAX)
                .insertReceivedHeaders(false)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .messageHandler((context, from, to, data) -> keep(from, to, data))
                .build();
        opened.start();
        return opened;
    }

    private void keep(String from, String to, byte[] data) throws RejectException {
        var local = to.replaceFirst("@.*$", "");
        var address = tenancy.everywhere(() -> mails.find(local));
        if (address.isEmpty()) throw new RejectException(550, "5.1.1 No such address");
        if (data.length > MailReading.MAIL_BYTES_MAX) throw new RejectException(552, "5.3.4 Too large");
        boolean kept = tenancy.everywhere(() -> {
            if (mails.waitingOf(address.get()) >= WAITING_MAX) return false;
            mails.keep(address.get(), from, data, clock.instant());
            return true;
        });
        if (!kept) throw new RejectException(452, "4.3.1 Too many mails wait; try again later");
    }

    @Override
    public void stop() {
        var running = server;
        if (running != null) running.stop();
        server = null;
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
