package noroshi.publishing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import noroshi.publishing.MediaCheck.Found;

/**
 * Reads an image to its end, to be sure that it is one. WebP, which the JDK cannot decode, is checked by its structure.
 *
 * <p>Its size is read before its pixels: a small file that unfolds to a huge picture is refused unopened.
 */
final class ImageCheck {

    static final long PIXELS_MAX = 40_000_000;
    static final int SIDE_PIXELS_MAX = 12_000;
    private static final long DECODED_PIXELS = 1_000_000;
    private static final Found BROKEN = new Found.Refused("画像が壊れていて読めません。画像ソフトで保存し直してから登録してください。");

    private ImageCheck() {}

    static Found look(String type, byte[] content) {
        return type.equals("webp") ? WebpCheck.look(content) : decode(type, content);
    }

    private static Found decode(String type, byte[] content) {
        var readers = ImageIO.getImageReadersByFormatName(type);
        if (!readers.hasNext()) return BROKEN;
        var reader = readers.next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(stream, true, true);
            var size = size(type, reader.getWidth(0), reader.getHeight(0));
            if (size instanceof Found.Image image) readPixels(reader, image);
            return size;
        } catch (IOException | RuntimeException e) {
            // Decoders answer broken input with whatever exception they stumble over.
            return BROKEN;
        } finally {
            reader.dispose();
        }
    }

    static Found size(String type, int width, int height) {
        if (width < 1 || height < 1) return BROKEN;
        if (width > SIDE_PIXELS_MAX || height > SIDE_PIXELS_MAX || (long) width * height > PIXELS_MAX)
            return new Found.Refused(
                    "画像が大きすぎます（%d×%d）。%d画素、1辺%d画素以下に縮小してください。".formatted(width, height, PIXELS_MAX, SIDE_PIXELS_MAX));
        return new Found.Image("image/" + type, type.equals("jpeg") ? "jpg" : type, width, height);
    }

    /** Every pixel is decoded, but only some are kept, so that memory stays small. */
    private static void readPixels(ImageReader reader, Found.Image image) throws IOException {
        long pixels = (long) image.width() * image.height();
        int step = (int) Math.ceil(Math.sqrt(Math.max(1.0, (double) pixels / DECODED_PIXELS)));
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        reader.read(0, parameters);
    }
}
