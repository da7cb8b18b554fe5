package noroshi.site.page;

import noroshi.markup.Contact;

/** What {@code [[問い合わせ先]]} in a body shows: a department as it is now. */
final class Contacts {

    private Contacts() {}

    /** @param code "" for the article's own department */
    static Contact of(Addresses addresses, ArticleFacts article, String code) {
        var department =
                code.isEmpty() ? article.department() : article.contacts().get(code);
        if (department == null) return Contact.UNKNOWN;
        return new Contact(
                department.name(),
                addresses.page("/departments/%s/".formatted(department.code())),
                department.phone(),
                department.email(),
                department.address(),
                addresses.page("/inquiry/" + department.code()));
    }
}
