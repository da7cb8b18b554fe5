package noroshi.inquiries;

/** The words of the mails to someone who asked. What they wrote themselves is quoted as text, never as markup. */
final class InquiryMail {

    private InquiryMail() {}

    /** Repeats nothing of what was typed: nobody has shown yet that the address is theirs, and our name must carry no stranger's words. */
    static String acknowledgement(Inquiry inquiry, String department) {
        return """
                お問い合わせを受け付けました。担当は%sです。

                - 受付番号：%s

                対応の状況と回答は、ホームページの「受付番号で確認」から、受付番号と確認符号でもご覧いただけます。
                確認符号は、お問い合わせの送信後の画面に表示されたものです。このメールには記載していません。

                お心当たりがないときは、何もせず、このメールを削除してください。
                """.formatted(text(department), inquiry.number());
    }

    static String answer(Inquiry inquiry, String department, String answer) {
        return """
                %s 様

                お問い合わせ（受付番号 %s「%s」）に、%sからお答えします。

                %s
                """.formatted(
                text(inquiry.name()), inquiry.number(), text(inquiry.subject()), text(department), lines(answer));
    }

    /** Line breaks stay, markup does not. */
    static String lines(String written) {
        return text(written).replace("\n", "  \n");
    }

    /** Markdown that shows these very characters. */
    static String text(String written) {
        return written.replaceAll("([\\\\`*_{}\\[\\]<>()#+\\-.!|~&:=\"'/@^])", "\\\\$1");
    }
}
