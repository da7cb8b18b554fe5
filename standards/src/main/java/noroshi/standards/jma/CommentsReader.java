package noroshi.standards.jma;

import java.util.List;

/** Comments and Text of a seismic body. */
final class CommentsReader {
    private CommentsReader() {}

    static Comments comments(Node body) {
        return new Comments(
                body.text("Comments", "WarningComment", "Text"),
                codes(body, "WarningComment"),
                body.text("Comments", "ForecastComment", "Text"),
                codes(body, "ForecastComment"),
                body.text("Comments", "VarComment", "Text"),
                codes(body, "VarComment"),
                body.text("Comments", "FreeFormComment"),
                body.text("Text"));
    }

    private static List<String> codes(Node body, String comment) {
        return HeadReader.words(body.text("Comments", comment, "Code"));
    }
}
