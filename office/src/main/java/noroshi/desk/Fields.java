package noroshi.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A form's fields as a browser sent them, or as they were kept. */
record Fields(Map<String, String[]> values) {

    /** "" when absent. Browsers send line ends as CR LF; texts are compared and counted with LF. */
    String text(String name) {
        var sent = values.get(name);
        return sent == null || sent.length == 0
                ? ""
                : sent[0].replace("\r\n", "\n").replace('\r', '\n');
    }

    List<String> list(String name) {
        var sent = values.get(name);
        return sent == null
                ? List.of()
                : Arrays.stream(sent).filter(value -> !value.isBlank()).toList();
    }
}
