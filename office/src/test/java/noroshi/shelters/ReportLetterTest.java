package noroshi.shelters;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import noroshi.letter.Letter;
import noroshi.letter.LetterId;
import noroshi.letter.Receipt;
import noroshi.letters.LetterHandler.Understanding;
import noroshi.people.Officer;
import noroshi.people.Officers;
import noroshi.people.Role;
import noroshi.platform.DatabaseTest;
import noroshi.shelters.Report.Held;
import noroshi.shelters.Report.Source;
import noroshi.snapshot.Form.Checked;
import noroshi.standards.opendata.Designation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportLetterTest extends DatabaseTest {

    private static final String TOWN = "042021";

    private final SheltersForTests all = new SheltersForTests(sql, tenancy, outbox, audit);
    private final Random random = new Random(5);
    private Officer officer = new Officer(0, TOWN, "nobody", "", "", Set.of(), false);
    private long shelter;
    private String code = "";

    static Told told(Instant at) {
        return new Told(at, State.OPEN, 12, 5, null, null, Crowding.FREE, Map.of(), "", at.plus(Duration.ofHours(1)));
    }

    static Master master(String name) {
        return new Master(
                Master.SHELTER,
                name,
                "",
                TOWN,
                "石巻市浜1",
                "",
                "浜",
                null,
                "",
                "",
                Designation.BOTH,
                Set.of(),
                100,
                "",
                "",
                "",
                "",
                Map.of());
    }

    @BeforeEach
    void aShelterWithItsSheet() {
        tenancy.runEverywhere(
                () -> sql.sql("insert into government (code, name, kind) values ('042021', '石巻市', 'city')")
                        .update());
        var officers = new Officers(sql);
        officer = tenancy.everywhere(() -> officers.find(
                        TOWN,
                        officers.add(
                                new Officers.NewOfficer(TOWN, "bousai", null, "防災", "", Set.of(Role.ADMINISTRATOR)),
                                null,
                                clock.instant()))
                .orElseThrow());
        var added = (ShelterOutcome.Done)
                all.change.handle(new ChangeShelter.Command(TOWN, null, 0, master("浜小学校"), officer, clock.instant()));
        shelter = added.shelter().id();
        var issued = (IssuePass.Ended.Issued)
                all.issue.handle(new IssuePass.Command(TOWN, shelter, false, officer, clock.instant()));
        code = issued.code();
    }

    /** As a beacon would: checked against the form first. */
    private Understanding send(String form, Map<String, String> fields, Instant at) {
        var sent = new HashMap<String, java.util.List<String>>();
        fields.forEach((name, value) -> sent.put(name, java.util.List.of(value)));
        var checked = (form.equals(StaffPages.REPORT) ? StaffPages.report() : StaffPages.enrolment()).check(sent);
        assertThat(checked).isInstanceOf(Checked.Accepted.class);
        var receipt = Receipt.issue(at, random);
        var letter = new Letter(
                LetterId.next(at, random),
                TOWN,
                form,
                at,
                ((Checked.Accepted) checked).fields(),
                receipt.number(),
                receipt.code());
        return tenancy.in(
                TOWN,
                () -> form.equals(StaffPages.REPORT)
                        ? all.reportLetter.handle(letter)
                        : all.enrolmentLetter.handle(letter));
    }

    private static Map<String, String> fields(String state, int people) {
        var fields = new HashMap<String, String>();
        fields.put("state", state);
        fields.put("people", String.valueOf(people));
        fields.put("households", "");
        fields.put("voluntary_people", "");
        fields.put("voluntary_households", "");
        fields.put("crowding", "FREE");
        for (var need : Need.values()) fields.put(need.code(), "UNKNOWN");
        fields.put("note", "毛布が\n足りません");
        fields.put("next", "60");
        return fields;
    }

    private static KeyPair telephone() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Understanding enrol(KeyPair pair, String typed) {
        return enrol(pair, typed, clock.instant());
    }

    private Understanding enrol(KeyPair pair, String typed, Instant at) {
        return send(
                StaffPages.ENROLMENT,
                Map.of(
                        "place",
                        String.valueOf(shelter),
                        "code",
                        typed,
                        "key",
                        url(pair.getPublic().getEncoded())),
                at);
    }

    /** What report.js does. */
    private Map<String, String> signed(KeyPair pair, Map<String, String> fields, Instant sent, long seen)
            throws GeneralSecurityException {
        var all = new HashMap<>(fields);
        all.put("place", String.valueOf(shelter));
        all.put("device", DeviceKey.of(pair.getPublic().getEncoded()).fingerprint());
        all.put("seen", String.valueOf(seen));
        all.put("sent", sent.toString());
        var letter = new Letter(LetterId.next(sent, random), TOWN, StaffPages.REPORT, sent, all, "", "");
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(pair.getPrivate());
        signature.update(ReportLetter.words(letter).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        all.put("signature", url(signature.sign()));
        return all;
    }

    private Shelter now() {
        return all.shelters.find(TOWN, shelter).orElseThrow();
    }

    private Report report() {
        return java.util.Objects.requireNonNull(now().report());
    }

    @Test
    void theSheetsCodeStandsForItsShelterHoweverItIsTyped() {
        var fields = fields("OPEN", 30);
        fields.put("code", " " + code.toLowerCase(java.util.Locale.ROOT).replace('-', ' '));
        assertThat(send(StaffPages.REPORT, fields, clock.instant())).isEqualTo(Understanding.ACTED);
        assertThat(now().state()).isEqualTo(State.OPEN);
        assertThat(report()).extracting(Report::source).isEqualTo(Source.PASS);

        fields.put("code", "0000-0000-0000");
        assertThat(send(StaffPages.REPORT, fields, clock.instant())).isInstanceOf(Understanding.NotUnderstood.class);
        all.issue.handle(new IssuePass.Command(TOWN, shelter, false, officer, clock.instant()));
        fields.put("code", code);
        assertThat(send(StaffPages.REPORT, fields, clock.instant())).isInstanceOf(Understanding.NotUnderstood.class);
    }

    @Test
    void anEnrolledTelephoneReportsAndAChangedWordIsRefused() throws Exception {
        var pair = telephone();
        assertThat(enrol(pair, "0000-0000-0000")).isInstanceOf(Understanding.NotUnderstood.class);
        assertThat(enrol(pair, code)).isEqualTo(Understanding.ACTED);
        var report = signed(pair, fields("OPEN", 41), clock.instant(), 0);
        assertThat(send(StaffPages.REPORT, report, clock.instant())).isEqualTo(Understanding.ACTED);
        assertThat(report().told().people()).isEqualTo(41);
        assertThat(report().source()).isEqualTo(Source.DEVICE);

        for (var name : Set.of("people", "state", "seen", "sent", "note")) {
            var changed = new HashMap<>(report);
            changed.put(name, name.equals("state") ? "CLOSED" : name.equals("sent") ? "2026-03-11T05:45:59Z" : "7");
            assertThat(send(StaffPages.REPORT, changed, clock.instant()))
                    .as(name)
                    .isInstanceOf(Understanding.NotUnderstood.class);
        }
        assertThat(all.shelters.log(TOWN, shelter)).hasSize(1);
    }

    /** Made by Chromium with report.js. */
    @Test
    void whatABrowserSignedIsUnderstood() throws Exception {
        var spki =
                "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEGi8VAuao_3rfHcjHyPcJ5GTn3R9_tWJiFYgZONca4CdEodfIPs6ozpuDp5Knn7gkgck5wKg1ZH3YF8yOVjJbTA";
        var signature = "-EmEBGSJ1f_39UN4E1aEUTWT5oR_d_UGYwwJCdt-9o8V7AeFq3h4WWosmlX4D6bqS6q8ox7vKmqKemb3P67kOQ";
        var key = DeviceKey.of(Base64.getUrlDecoder().decode(spki));
        assertThat(key.fingerprint()).isEqualTo("CXoYPvAN3aCW7Rkk_A_DZ_5J0IHNgkFutQYv7NLnWHc");
        var fields = fields("OPEN", 12);
        fields.put("crowding", "UNKNOWN");
        fields.put("next", "180");
        fields.putAll(
                Map.of("place", "12", "device", key.fingerprint(), "seen", "0", "sent", "2026-11-23T06:58:34.323Z"));
        var letter = new Letter(
                LetterId.next(clock.instant(), random), "041009", StaffPages.REPORT, clock.instant(), fields, "", "");

        assertThat(key.signed(ReportLetter.words(letter), Base64.getUrlDecoder().decode(signature)))
                .isTrue();
        assertThat(key.signed(
                        ReportLetter.words(letter) + " ", Base64.getUrlDecoder().decode(signature)))
                .isFalse();
    }

    @Test
    void theSameReportTwiceIsOneRow() throws Exception {
        var pair = telephone();
        enrol(pair, code);
        var report = signed(pair, fields("OPEN", 41), clock.instant(), 0);
        send(StaffPages.REPORT, report, clock.instant());
        assertThat(send(StaffPages.REPORT, report, clock.instant().plusSeconds(5)))
                .isEqualTo(Understanding.ACTED);
        assertThat(all.shelters.log(TOWN, shelter)).hasSize(1);
    }

    @Test
    void aReportThatWaitedWithoutALineDoesNotOverwriteNewerNews() throws Exception {
        var pair = telephone();
        enrol(pair, code);
        var written = clock.instant();
        clock.set(written.plus(Duration.ofHours(2)));
        all.report.handle(new ReportShelter.Command(TOWN, shelter, told(clock.instant()), 0, officer, clock.instant()));

        send(StaffPages.REPORT, signed(pair, fields("CLOSED", 0), written, 0), clock.instant());

        assertThat(now().state()).isEqualTo(State.OPEN);
        assertThat(all.shelters.log(TOWN, shelter)).extracting(Report::held).containsExactly(Held.NEWEST, Held.LATE);
    }

    @Test
    void whoHadNotSeenTheLastReportIsMarkedAsInConflict() throws Exception {
        var pair = telephone();
        enrol(pair, code);
        all.report.handle(new ReportShelter.Command(TOWN, shelter, told(clock.instant()), 0, officer, clock.instant()));
        clock.set(clock.instant().plusSeconds(60));

        send(StaffPages.REPORT, signed(pair, fields("OPEN", 99), clock.instant(), 0), clock.instant());

        assertThat(report().held()).isEqualTo(Held.CONFLICT);
        assertThat(report().told().people()).isEqualTo(99);
    }

    @Test
    void aLostTelephoneIsNotBelievedFromThenOn() throws Exception {
        var pair = telephone();
        enrol(pair, code);
        all.revoke.handle(new RevokeDevice.Command(TOWN, shelter, 1, officer, clock.instant()));
        assertThat(send(StaffPages.REPORT, signed(pair, fields("OPEN", 1), clock.instant(), 0), clock.instant()))
                .isInstanceOf(Understanding.NotUnderstood.class);
    }

    @Test
    void aNewSheetEndsTheTelephonesOfTheOldOneIfTheOfficerSaysSo() throws Exception {
        var pair = telephone();
        enrol(pair, code);
        var kept = all.issue.handle(new IssuePass.Command(TOWN, shelter, false, officer, clock.instant()));
        assertThat(((IssuePass.Ended.Issued) kept).telephones()).isZero();
        assertThat(send(StaffPages.REPORT, signed(pair, fields("OPEN", 1), clock.instant(), 0), clock.instant()))
                .isEqualTo(Understanding.ACTED);

        clock.advance(Duration.ofMinutes(1));
        var ended = all.issue.handle(new IssuePass.Command(TOWN, shelter, true, officer, clock.instant()));

        assertThat(((IssuePass.Ended.Issued) ended).telephones()).isEqualTo(1);
        assertThat(send(StaffPages.REPORT, signed(pair, fields("OPEN", 2), clock.instant(), 1), clock.instant()))
                .isInstanceOf(Understanding.NotUnderstood.class);
        var renewed = telephone();
        code = ((IssuePass.Ended.Issued) ended).code();
        assertThat(enrol(renewed, code)).isEqualTo(Understanding.ACTED);
        assertThat(send(StaffPages.REPORT, signed(renewed, fields("OPEN", 3), clock.instant(), 1), clock.instant()))
                .isEqualTo(Understanding.ACTED);
    }

    /** Whoever found the old sheet enrols in time, at a beacon that hands it over later. */
    @Test
    void anEnrolmentOnItsWayWhenItsSheetWasEndedComesTooLate() throws Exception {
        var pair = telephone();
        var before = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        all.issue.handle(new IssuePass.Command(TOWN, shelter, true, officer, clock.instant()));

        assertThat(enrol(pair, code, before)).isEqualTo(Understanding.ACTED);

        assertThat(send(StaffPages.REPORT, signed(pair, fields("OPEN", 1), clock.instant(), 0), clock.instant()))
                .isInstanceOf(Understanding.NotUnderstood.class);
    }

    @Test
    void aReportThatOvertakesItsTelephonesEnrolmentWaitsForIt() throws Exception {
        var pair = telephone();
        var report = signed(pair, fields("OPEN", 41), clock.instant(), 0);

        var early = send(StaffPages.REPORT, report, clock.instant());

        assertThat(early).isInstanceOf(Understanding.Waits.class);
        assertThat(now().report()).isNull();
        assertThat(enrol(pair, code)).isEqualTo(Understanding.ACTED);
        assertThat(send(StaffPages.REPORT, report, clock.instant())).isEqualTo(Understanding.ACTED);
        assertThat(report().told().people()).isEqualTo(41);
    }

    /** Until then it lies with what officers look at; the enrolment itself lets it be tried again. */
    @Test
    void anEnrolmentWakesTheReportsOfItsOwnTelephoneAndNoOthers() throws Exception {
        var pair = telephone();
        var waits = (Understanding.Waits)
                send(StaffPages.REPORT, signed(pair, fields("OPEN", 41), clock.instant(), 0), clock.instant());
        tenancy.run(TOWN, () -> sql.sql("""
                        insert into letter (id, government, form, received_at, beacon, stored_at, status, fields, waits_for)
                        select repeat(n::text, 32), '042021', 'shelter-report', :at, 'b', :at, 'not_understood', '{}', what
                          from (values (1, :what), (2, 'shelter-device of another')) w(n, what)
                        """)
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .param("what", waits.what())
                .update());

        enrol(pair, code);

        assertThat(tenancy.in(TOWN, () -> sql.sql("select left(id, 1) from letter where due_at <= :at")
                        .param("at", java.sql.Timestamp.from(clock.instant()))
                        .query(String.class)
                        .list()))
                .containsExactly("1");
    }

    @Test
    void aSheetEnrolsOnlySoManyTelephones() throws Exception {
        for (int i = 0; i < IssuePass.DEVICES_MAX; i++)
            assertThat(enrol(telephone(), code)).isEqualTo(Understanding.ACTED);
        assertThat(enrol(telephone(), code)).isInstanceOf(Understanding.NotUnderstood.class);
    }

    @Test
    void theLogCannotBeRewrittenByTheOfficesLogins() {
        all.report.handle(new ReportShelter.Command(TOWN, shelter, told(clock.instant()), 0, officer, clock.instant()));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> tenancy.run(TOWN, () -> sql.sql("update shelter_report set people = 0")
                                .update()))
                .hasMessageContaining("shelter_report");
    }
}
