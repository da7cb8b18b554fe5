package noroshi.markup;

/** What is shown of a department; "" where there is nothing. @param page its page, @param inquiry its form: addresses ready to be linked */
public record Contact(String name, String page, String phone, String email, String address, String inquiry) {

    /** While nobody has said which department. */
    public static final Contact UNKNOWN = new Contact("担当課室", "", "", "", "", "");
}
