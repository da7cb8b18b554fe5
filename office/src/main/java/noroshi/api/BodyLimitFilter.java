package noroshi.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import noroshi.platform.ApiProblem;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that is too large: by its announced length at once, without one as soon as it has grown too far. */
final class BodyLimitFilter extends OncePerRequestFilter {

    static final long BODY_BYTES_MAX = 4_000_000;
    static final long MEDIA_BYTES_MAX = 21_000_000;

    private final ApiProblems problems;

    BodyLimitFilter(ApiProblems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long max = request.getRequestURI().startsWith("/api/v1/media") ? MEDIA_BYTES_MAX : BODY_BYTES_MAX;
        if (request.getContentLengthLong() > max) problems.write(tooLarge(max), request, response);
        else chain.doFilter(new Limited(request, max), response);
    }

    private static ApiProblem tooLarge(long max) {
        return ApiProblem.of(
                413,
                "too-large",
                "本文が大きすぎます",
                "本文は %,d バイトまでです。内容を減らすか、画像や文書は /api/v1/media に分けて登録してください。".formatted(max),
                "The body may have at most %,d bytes. Shorten it, or send images and documents to /api/v1/media."
                        .formatted(max));
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long max;

        Limited(HttpServletRequest request, long max) {
            super(request);
            this.max = max;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), max);
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream stream;
        private final long max;
        private long bytes;

        LimitedStream(ServletInputStream stream, long max) {
            this.stream = stream;
            this.max = max;
        }

        @Override
        public int read() throws IOException {
            int read = stream.read();
            if (read >= 0) count(1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = stream.read(into, offset, length);
            if (read > 0) count(read);
            return read;
        }

        private void count(int read) {
            bytes += read;
            if (bytes > max) throw tooLarge(max);
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}
