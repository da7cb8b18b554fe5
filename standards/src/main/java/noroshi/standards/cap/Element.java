package noroshi.standards.cap;

import java.util.ArrayList;
import java.util.List;
import noroshi.standards.cap.CapRejected.Reason;

/** An element of a parsed document, which knows its line so that a refusal can say it. */
final class Element {
    private static final int SHOWN_CHARACTERS_MAX = 60;

    final String namespace;
    final String name;
    final int line;
    final List<Element> children = new ArrayList<>(4);
    final StringBuilder written = new StringBuilder();

    Element(String namespace, String name, int line) {
        this.namespace = namespace;
        this.name = name;
        this.line = line;
    }

    String text() {
        return written.toString().strip();
    }

    String where() {
        return "%d行目 %s".formatted(line, name);
    }

    /** A refusal of this element's value. */
    CapRejected unreadable(String expected) {
        var shown = text().length() > SHOWN_CHARACTERS_MAX ? text().substring(0, SHOWN_CHARACTERS_MAX) + "…" : text();
        return new CapRejected(
                Reason.UNREADABLE_VALUE,
                "値「%s」を%sとして読めません".formatted(shown, expected),
                where(),
                "CAPの規格に合う値に直すよう、送信元に依頼してください");
    }
}
