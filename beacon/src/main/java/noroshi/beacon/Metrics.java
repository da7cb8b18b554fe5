package noroshi.beacon;

/** Prometheus' text format 0.0.4. Lines of one name must follow each other. */
final class Metrics {

    private final StringBuilder text = new StringBuilder(4096);
    private String last = "";

    void counter(String name, String help, long value) {
        add(name, help, "counter", value);
    }

    void gauge(String name, String help, long value) {
        add(name, help, "gauge", value);
    }

    private void add(String name, String help, String type, long value) {
        String full = "noroshi_beacon_" + name;
        int label = full.indexOf('{');
        String bare = label < 0 ? full : full.substring(0, label);
        if (!bare.equals(last)) {
            text.append("# HELP ").append(bare).append(' ').append(help).append('\n');
            text.append("# TYPE ").append(bare).append(' ').append(type).append('\n');
            last = bare;
        }
        text.append(full).append(' ').append(value).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
