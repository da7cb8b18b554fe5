package noroshi.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One resident's line to a beacon: kept-alive, one Letter after another, as little work as can be beside the beacon. */
final class LetterSender implements AutoCloseable {

    private static final Pattern RECEIPT = Pattern.compile("受付番号 (\\S+) 控え ([12])か所");
    private static final int TIMEOUT_MS = 20_000;

    /** @param copies places that hold the Letter, as the page says */
    record Receipt(String number, int copies) {}

    private final Socket socket;
    private final InputStream in;

    LetterSender(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Null when the beacon says that it keeps nothing now. An IOException: killed meanwhile, nothing was promised. */
    @Nullable
    Receipt send(String body) throws IOException {
        var form = ("name=%E5%AE%AE%E5%9F%8E&body=" + body).getBytes(StandardCharsets.US_ASCII);
        var head = "POST /inquiry HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + form.length + "\r\n\r\n";
        var request = new java.io.ByteArrayOutputStream();
        request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(form);
        socket.getOutputStream().write(request.toByteArray());
        var status = line();
        int length = 0;
        for (var field = line(); !field.isEmpty(); field = line())
            if (field.regionMatches(true, 0, "Content-Length:", 0, 15))
                length = Integer.parseInt(field.substring(15).strip());
        var page = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (status.startsWith("HTTP/1.1 503") || status.startsWith("HTTP/1.1 429")) return null;
        var found = RECEIPT.matcher(page);
        if (!status.startsWith("HTTP/1.1 200") || !found.find())
            throw new IOException("Answered " + status + ": " + page);
        return new Receipt(found.group(1), Integer.parseInt(found.group(2)));
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) throw new IOException("The beacon is gone");
            if (b != '\r') line.append((char) b);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
