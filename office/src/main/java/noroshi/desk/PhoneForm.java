package noroshi.desk;

/** What stands in the fields of a telephone note, as typed. @param once names the form, so that pressing twice writes once */
public record PhoneForm(
        String series,
        String what,
        String detail,
        String place,
        String date,
        String time,
        String caller,
        String callback,
        boolean urgent,
        String once) {}
