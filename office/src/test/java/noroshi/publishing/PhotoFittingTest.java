package noroshi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PhotoFittingTest {

    /** EXIF with nothing but the orientation 6. */
    private static final byte[] TURNED_RIGHT = new byte[] {
        (byte) 0xFF,
        (byte) 0xE1,
        0,
        34,
        'E',
        'x',
        'i',
        'f',
        0,
        0,
        'M',
        'M',
        0,
        42,
        0,
        0,
        0,
        8,
        0,
        1,
        1,
        0x12,
        0,
        3,
        0,
        0,
        0,
        1,
        0,
        6,
        0,
        0,
        0,
        0,
        0,
        0
    };

    @Test
    void aLargePhotographBecomesAsLargeAsAPageNeedsIt() throws IOException {
        var photo = jpeg(6000, 4000);

        var fitted = PhotoFitting.fitted(photo);

        var image = ImageIO.read(new ByteArrayInputStream(fitted));
        assertThat(image.getWidth()).isEqualTo(2000);
        assertThat(image.getHeight()).isBetween(1332, 1334);
        assertThat(fitted.length).isLessThan(photo.length);
    }

    @Test
    void aPhotographHeldUprightStaysUpright() throws IOException {
        var photo = jpeg(4000, 3000);
        var turned = new ByteArrayOutputStream();
        turned.write(photo, 0, 2);
        turned.writeBytes(TURNED_RIGHT);
        turned.write(photo, 2, photo.length - 2);

        var image = ImageIO.read(new ByteArrayInputStream(PhotoFitting.fitted(turned.toByteArray())));

        assertThat(image.getWidth()).isEqualTo(1500);
        assertThat(image.getHeight()).isEqualTo(2000);
        // The left edge was painted red; held this way (6: turned right) it is at the top.
        assertThat(new Color(image.getRGB(750, 5)).getRed()).isGreaterThan(200);
    }

    @Test
    void smallOnesStayByteForByteAndBrokenOnesAreLeftToBeRefused() throws IOException {
        var small = jpeg(800, 600);
        assertThat(PhotoFitting.fitted(small)).isSameAs(small);
        var broken = jpeg(4000, 3000);
        java.util.Arrays.fill(broken, 100, broken.length, (byte) 7);
        assertThat(PhotoFitting.fitted(broken)).isSameAs(broken);
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        var graphics = image.createGraphics();
        for (int i = 0; i < 200; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            graphics.fillRect(random.nextInt(width), random.nextInt(height), width / 10, height / 10);
        }
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 20, height);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }
}
