package noroshi.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A prefecture's land as a few thousand points, where we have it: something to find one's way by, not to measure. Read once, then kept.
 *
 * @param rings what lies beyond the prefecture first, so that its own land covers it
 */
record Outline(List<Ring> rings, List<Name> waters) {

    static final Outline NONE = new Outline(List.of(), List.of());

    private static final double UNIT = 10_000;
    private static final Map<String, Outline> READ = new ConcurrentHashMap<>();

    Outline {
        rings = List.copyOf(rings);
        waters = List.copyOf(waters);
    }

    /** @param code of the municipality, five digits; 00000: beyond the prefecture */
    record Ring(String code, String name, double[] longitudes, double[] latitudes) {

        double west() {
            return least(longitudes);
        }

        double east() {
            return most(longitudes);
        }

        double south() {
            return least(latitudes);
        }

        double north() {
            return most(latitudes);
        }

        /** Its centre of mass. */
        Name middle() {
            double area = 0;
            double x = 0;
            double y = 0;
            for (int i = 0; i < longitudes.length; i++) {
                int next = (i + 1) % longitudes.length;
                double cross = (longitudes[i] - west()) * (latitudes[next] - south())
                        - (longitudes[next] - west()) * (latitudes[i] - south());
                area += cross;
                x += (longitudes[i] + longitudes[next] - 2 * west()) * cross;
                y += (latitudes[i] + latitudes[next] - 2 * south()) * cross;
            }
            return new Name(name, west() + x / (3 * area), south() + y / (3 * area));
        }

        boolean isBeyond() {
            return code.equals("00000");
        }

        private static double least(double[] all) {
            return java.util.Arrays.stream(all).min().orElseThrow();
        }

        private static double most(double[] all) {
            return java.util.Arrays.stream(all).max().orElseThrow();
        }
    }

    /** A name and where it stands. */
    record Name(String text, double longitude, double latitude) {}

    /** Of the government's prefecture; {@link #NONE}, where nobody has entered one yet. */
    static Outline of(String government) {
        return READ.computeIfAbsent(government.substring(0, 2), Outline::read);
    }

    private static Outline read(String prefecture) {
        try (var in = Outline.class.getResourceAsStream("/noroshi/site/outline/%s.txt".formatted(prefecture))) {
            if (in == null) return NONE;
            var rings = new ArrayList<Ring>();
            var waters = new ArrayList<Name>();
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                var words = line.split(" ");
                if (line.isBlank() || words[0].equals("#")) continue;
                if (words[0].equals("@")) waters.add(new Name(words[1], degrees(words[2]), degrees(words[3])));
                else rings.add(ring(words));
            }
            return new Outline(rings, waters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ring ring(String[] words) {
        int points = (words.length - 2) / 2;
        var longitudes = new double[points];
        var latitudes = new double[points];
        double x = 0;
        double y = 0;
        for (int i = 0; i < points; i++) {
            x += degrees(words[2 + 2 * i]);
            y += degrees(words[3 + 2 * i]);
            longitudes[i] = x;
            latitudes[i] = y;
        }
        return new Ring(words[0], words[1], longitudes, latitudes);
    }

    private static double degrees(String number) {
        return Integer.parseInt(number) / UNIT;
    }
}
