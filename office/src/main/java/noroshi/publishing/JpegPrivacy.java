package noroshi.publishing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes from a JPEG what its picture does not need: where and when it was taken, by whose camera (EXIF, XMP, IPTC, comments).
 *
 * <p>Works on the segments (ITU-T T.81 Annex B), so that no pixel changes. Which way is up (EXIF orientation) is kept.
 */
final class JpegPrivacy {

    private static final int SOS = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2_COLOURS = 0xE2;
    private static final int APP14_ADOBE = 0xEE;
    private static final int APP15 = 0xEF;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ORIENTATION = 0x0112;

    private JpegPrivacy() {}

    /** The same picture; the input as it is when its segments cannot be followed. */
    static byte[] cleaned(byte[] jpeg) {
        var kept = new ByteArrayOutputStream(jpeg.length);
        int at = 2;
        int orientation = 1;
        var segments = new ByteArrayOutputStream();
        while (at + 4 <= jpeg.length) {
            if (u8(jpeg, at) != 0xFF) return jpeg;
            int marker = u8(jpeg, at + 1);
            if (marker == SOS) {
                kept.write(jpeg, 0, 2);
                if (orientation != 1) kept.writeBytes(orientationOnly(orientation));
                kept.writeBytes(segments.toByteArray());
                kept.write(jpeg, at, jpeg.length - at);
                return kept.toByteArray();
            }
            int length = 2 + (u8(jpeg, at + 2) << 8 | u8(jpeg, at + 3));
            if (length < 4 || at + length > jpeg.length) return jpeg;
            if (marker == APP1 && isExif(jpeg, at + 4))
                orientation = orientation(jpeg, at + 4 + EXIF.length, at + length);
            if (isNeeded(marker)) segments.write(jpeg, at, length);
            at += length;
        }
        return jpeg;
    }

    /** Which way is up (1 to 8); 1 when nothing is said. */
    static int orientation(byte[] jpeg) {
        for (int at = 2; at + 4 <= jpeg.length && u8(jpeg, at) == 0xFF && u8(jpeg, at + 1) != SOS; ) {
            int length = 2 + (u8(jpeg, at + 2) << 8 | u8(jpeg, at + 3));
            if (length < 4 || at + length > jpeg.length) return 1;
            if (u8(jpeg, at + 1) == APP1 && isExif(jpeg, at + 4))
                return orientation(jpeg, at + 4 + EXIF.length, at + length);
            at += length;
        }
        return 1;
    }

    /** Whether the picture comes in passes, so that a decoder must hold all of it. */
    static boolean isProgressive(byte[] jpeg) {
        for (int at = 2; at + 4 <= jpeg.length && u8(jpeg, at) == 0xFF && u8(jpeg, at + 1) != SOS; ) {
            int marker = u8(jpeg, at + 1);
            // T.81 table B.1: SOF2, SOF6, SOF10, SOF14.
            if (marker == 0xC2 || marker == 0xC6 || marker == 0xCA || marker == 0xCE) return true;
            at += 2 + (u8(jpeg, at + 2) << 8 | u8(jpeg, at + 3));
        }
        return false;
    }

    private static boolean isNeeded(int marker) {
        if (marker == APP0 || marker == APP2_COLOURS || marker == APP14_ADOBE) return true;
        return marker != COMMENT && (marker < APP0 || marker > APP15);
    }

    private static boolean isExif(byte[] jpeg, int at) {
        for (int i = 0; i < EXIF.length; i++) if (at + i >= jpeg.length || jpeg[at + i] != EXIF[i]) return false;
        return true;
    }

    /** From the first directory of the TIFF inside (EXIF 2.32 §4.6.2); 1, upright, when there is none. */
    private static int orientation(byte[] jpeg, int tiff, int end) {
        if (tiff + 8 > end) return 1;
        boolean little = jpeg[tiff] == 'I';
        long directory = tiff + u32(jpeg, tiff + 4, little);
        if (directory + 2 > end) return 1;
        int entries = u16(jpeg, (int) directory, little);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            if (entry + 12 > end) return 1;
            if (u16(jpeg, (int) entry, little) == ORIENTATION) {
                int value = u16(jpeg, (int) entry + 8, little);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private static byte[] orientationOnly(int orientation) {
        return new byte[] {
            (byte) 0xFF,
            (byte) APP1,
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
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
    }

    private static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    private static int u16(byte[] bytes, int at, boolean little) {
        return little ? u8(bytes, at) | u8(bytes, at + 1) << 8 : u8(bytes, at) << 8 | u8(bytes, at + 1);
    }

    private static long u32(byte[] bytes, int at, boolean little) {
        long first = u16(bytes, at, little);
        long second = u16(bytes, at + 2, little);
        return little ? first | second << 16 : first << 16 | second;
    }
}
