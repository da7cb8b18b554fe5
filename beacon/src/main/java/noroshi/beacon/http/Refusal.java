package noroshi.beacon.http;

/** Why a connection's bytes are not answered by a handler. After each of them the connection is closed. */
enum Refusal {
    MALFORMED(400, "Bad Request", "要求の形式が正しくありません。"),
    SLOW(408, "Request Timeout", "要求が時間内に届きませんでした。もう一度お試しください。"),
    BODY_TOO_LARGE(413, "Content Too Large", "送信された内容が大きすぎます。短くしてもう一度お送りください。"),
    EXPECTATION(417, "Expectation Failed", "この要求には対応していません。"),
    ADDRESS_BUSY(429, "Too Many Requests", "同じ接続元からの接続が多すぎます。しばらくしてからお試しください。"),
    HEAD_TOO_LARGE(431, "Request Header Fields Too Large", "要求の見出しが大きすぎます。"),
    BROKEN(500, "Internal Server Error", "処理中に問題が起きました。しばらくしてからお試しください。"),
    CODING(501, "Not Implemented", "この転送方式には対応していません。"),
    BUSY(503, "Service Unavailable", "混み合っています。しばらくしてからお試しください。"),
    VERSION(505, "HTTP Version Not Supported", "この版のHTTPには対応していません。");

    final Answer answer;

    Refusal(int status, String reason, String text) {
        var building = Answer.status(status, reason).field("Content-Type", "text/plain; charset=utf-8");
        if (status == 429 || status == 503) building.field("Retry-After", "5");
        answer = building.field("Cache-Control", "no-store").close().text(text + "\n");
    }
}
