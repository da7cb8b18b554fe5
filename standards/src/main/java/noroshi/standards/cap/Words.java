package noroshi.standards.cap;

/** What people read. Absent texts are "". */
public record Words(
        String senderName, String headline, String description, String instruction, String web, String contact) {}
