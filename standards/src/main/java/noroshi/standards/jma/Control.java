package noroshi.standards.jma;

import java.time.Instant;

/**
 * How a telegram was sent.
 *
 * @param title 情報名称; decides the kind
 * @param dateTime when JMA's system sent it (never use it as the time of the report)
 * @param publishingOffice one or more offices, separated by a space
 */
public record Control(String title, Instant dateTime, Status status, String editorialOffice, String publishingOffice) {}
