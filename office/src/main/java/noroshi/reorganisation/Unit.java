package noroshi.reorganisation;

import noroshi.people.Contact;
import noroshi.people.Department;

/** A department as a plan sees it. @param parent "" for none */
public record Unit(String code, String name, String parent, Contact contact) {

    static Unit of(Department department) {
        var parent = department.parent();
        return new Unit(
                department.code(),
                department.name(),
                parent == null ? "" : parent,
                new Contact(
                        department.phone(),
                        department.email(),
                        department.address(),
                        department.fax(),
                        department.hours(),
                        department.map()));
    }

    Unit under(String otherParent) {
        return new Unit(code, name, otherParent, contact);
    }

    Unit named(String otherName) {
        return new Unit(code, otherName, parent, contact);
    }

    Unit with(Contact other) {
        return new Unit(code, name, parent, other);
    }
}
