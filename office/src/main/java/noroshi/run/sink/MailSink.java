package noroshi.run.sink;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Takes mails by SMTP, keeps them, shows them; the only public door of this package. */
public final class MailSink implements AutoCloseable {

    private static final int CONNECTIONS_MAX = 100;

    private final InstantSource clock;
    private final MailStore store;
    private final MailPages pages;
    private final SMTPServer smtp;
    private final FrontDoor door;

    /**
     * @param folder where the mails are kept
     * @param port the door for browsers and SMTP clients
     * @param smtpPort SMTP only, for the office, which then need not wait until the door has understood who it is
     */
    public MailSink(Path folder, int port, int smtpPort, InstantSource clock) {
        this.clock = clock;
        store = new MailStore(folder, MailStore.FILE_BYTES_MAX);
        pages = new MailPages(store);
        smtp = new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(smtpPort)
                .hostName("localhost")
                .softwareName("Noroshi mail sink")
                .maxConnections(CONNECTIONS_MAX)
                .maxMessageSize(MailStore.MAIL_BYTES_MAX)
                .insertReceivedHeaders(false)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .messageHandler((context, from, to, data) -> keep(from, to, data))
                .build();
        smtp.start();
        door = new FrontDoor(port, pages.port(), smtpPort);
    }

    private void keep(String from, String to, byte[] data) throws RejectException {
        try {
            store.add(clock.instant(), from, to, data);
        } catch (IOException e) {
            throw new RejectException(451, "Cannot keep the mail: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        smtp.stop();
        pages.close();
        store.close();
    }
}
