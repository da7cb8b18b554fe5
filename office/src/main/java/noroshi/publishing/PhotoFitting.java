package noroshi.publishing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Makes a camera's photograph as large as a page needs it, upright and without what the camera wrote into it.
 *
 * <p>Pixels are left out while decoding, so that memory does not grow with the picture; two at a time, so that a whole department at it
 * does not either. What cannot be made smaller comes back as it was, for {@link MediaCheck} to judge.
 */
final class PhotoFitting {

    static final int SOURCE_BYTES_MAX = 40_000_000;
    static final int SIDE_PIXELS_MAX = 2_000;
    /** Smaller ones stay as they are, byte for byte. */
    static final int KEPT_BYTES_MAX = 3_000_000;

    static final int KEPT_SIDE_PIXELS_MAX = 2_560;
    static final long PIXELS_MAX = 120_000_000;
    /** The decoder holds a progressive JPEG whole. */
    static final long PROGRESSIVE_PIXELS_MAX = 40_000_000;

    private static final float QUALITY = 0.86f;
    private static final Semaphore PLACES = new Semaphore(2);

    private PhotoFitting() {}

    static byte[] fitted(byte[] content) {
        var type = MediaCheck.isJpeg(content)
                ? "jpeg"
                : MediaCheck.startsWith(content, 0, "\u0089PNG\r\n\u001a\n") ? "png" : "";
        if (type.isEmpty() || content.length > SOURCE_BYTES_MAX) return content;
        PLACES.acquireUninterruptibly();
        var reader = ImageIO.getImageReadersByFormatName(type).next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(stream, true, true);
            return fitted(content, reader, type);
        } catch (IOException | RuntimeException e) {
            return content; // Decoders answer broken input with whatever they stumble over.
        } finally {
            reader.dispose();
            PLACES.release();
        }
    }

    private static byte[] fitted(byte[] content, ImageReader reader, String type) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int side = Math.max(width, height);
        if (content.length <= KEPT_BYTES_MAX && side <= KEPT_SIDE_PIXELS_MAX) return content;
        long pixels = (long) width * height;
        boolean progressive = type.equals("jpeg") && JpegPrivacy.isProgressive(content);
        if (pixels > (progressive ? PROGRESSIVE_PIXELS_MAX : PIXELS_MAX)) return content;
        var parameters = reader.getDefaultReadParam();
        int step = Math.max(1, side / (2 * SIDE_PIXELS_MAX));
        parameters.setSourceSubsampling(step, step, 0, 0);
        var decoded = reader.read(0, parameters);
        int orientation = type.equals("jpeg") ? JpegPrivacy.orientation(content) : 1;
        var shown = drawn(decoded, orientation);
        var written = written(shown, decoded.getColorModel().hasAlpha() ? "png" : type);
        if (written.length <= KEPT_BYTES_MAX || shown.getColorModel().hasAlpha()) return written;
        return written(shown, "jpeg");
    }

    /** EXIF 2.32 §4.6.4: which way the camera was held, 1 to 8. */
    private static BufferedImage drawn(BufferedImage decoded, int orientation) {
        double scale = Math.min(1, (double) SIDE_PIXELS_MAX / Math.max(decoded.getWidth(), decoded.getHeight()));
        int width = Math.max(1, (int) Math.round(decoded.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(decoded.getHeight() * scale));
        boolean turned = orientation >= 5;
        boolean alpha = decoded.getColorModel().hasAlpha();
        var shown = new BufferedImage(
                turned ? height : width,
                turned ? width : height,
                alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = shown.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setTransform(upright(orientation, width, height));
            graphics.drawImage(decoded, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return shown;
    }

    private static AffineTransform upright(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }

    private static byte[] written(BufferedImage image, String type) throws IOException {
        var out = new ByteArrayOutputStream();
        if (type.equals("png")) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        }
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
