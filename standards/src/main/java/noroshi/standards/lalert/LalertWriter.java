package noroshi.standards.lalert;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Documents to bytes: UTF-8, well-formed, unverified. A drill's every text for people begins with its mark, whoever made the document. */
public final class LalertWriter {

    /** Stands in every document, in a comment and as a keyword of the envelope. */
    public static final String UNVERIFIED = "unverified";

    private static final String COMMENT =
            "UNVERIFIED 未検証: 公開されている事実だけから作成した文書です。" + "Lアラートの公式のXML定義・コード表・接続試験では確認していません。そのままでは送信できません。";

    private static final String CONFIDENTIALITY = "UNCLASSIFIED AND NOT SENSITIVE";

    private LalertWriter() {}

    public static byte[] write(Document document) {
        var xml = new Xml();
        var mark = document.status().mark();
        xml.comment(COMMENT);
        xml.open(
                "edxlde:EDXLDistribution",
                "xmlns:edxlde=\"urn:oasis:names:tc:emergency:EDXL:DE:1.0\"",
                "xmlns:commons=\"http://xml.publiccommons.ne.jp/xml/edxl/\"",
                "xmlns:pcx_eb=\"http://xml.publiccommons.ne.jp/pcxml1/elementBasis3/\"",
                "xmlns:pcx_ib=\"http://xml.publiccommons.ne.jp/pcxml1/informationBasis3/\"");
        envelope(xml, document);
        xml.open("commons:contentObject");
        xml.put("edxlde:contentDescription", mark + document.headline());
        xml.open("edxlde:xmlContent").open("edxlde:embeddedXMLContent");
        xml.open("Report", "xmlns=\"http://xml.publiccommons.ne.jp/pcxml1/3\"");
        control(xml, document);
        head(xml, document);
        Bodies.write(xml, document.body(), mark);
        xml.close().close().close();
        xml.put("commons:publishingOfficeName", document.office().name());
        xml.put("commons:publishingOfficeID", document.office().code());
        xml.put("commons:previousDocumentRevision", String.valueOf(document.revision() - 1));
        xml.put("commons:documentRevision", String.valueOf(document.revision()));
        xml.put("commons:documentID", document.id().toString());
        xml.put("commons:category", Bodies.category(document.body()));
        return xml.close().close().bytes();
    }

    private static void envelope(Xml xml, Document document) {
        xml.put("edxlde:distributionID", distribution(document));
        xml.put("edxlde:senderID", document.sender());
        xml.time("edxlde:dateTimeSent", document.created());
        xml.put("edxlde:distributionStatus", document.status().code());
        xml.put("edxlde:distributionType", document.type().code());
        xml.put("edxlde:combinedConfidentiality", CONFIDENTIALITY);
        xml.open("edxlde:keyword")
                .put("edxlde:valueListUrn", "urn:noroshi:lalert:quality")
                .put("edxlde:value", UNVERIFIED)
                .close();
        xml.open("commons:targetArea");
        xml.put("commons:areaName", document.office().name());
        xml.optional("commons:areaNameKana", document.office().kana());
        // 加古川市's published sample has the six digits of the 全国地方公共団体コード here, check digit included.
        xml.put("commons:jisX0402", document.office().code());
        xml.close();
    }

    /** Another one for each revision, and always the same for the same revision. */
    private static String distribution(Document document) {
        var name = document.id() + "/" + document.revision();
        return document.sender() + "-" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static void control(Xml xml, Document document) {
        xml.open("Control");
        xml.put("Title", Bodies.category(document.body()));
        if (!document.status().japanese().isEmpty())
            xml.comment(document.status().japanese() + "です。実際の災害ではありません。");
        xml.put("edxlde:distributionStatus", document.status().code());
        office(xml, "EditorialOffice", document.office());
        office(xml, "PublishingOffice", document.office());
        if (!document.errata().isEmpty())
            xml.open("Errata")
                    .put("pcx_eb:Description", document.status().mark() + document.errata())
                    .time("pcx_eb:DateTime", document.created())
                    .close();
        xml.close();
    }

    private static void office(Xml xml, String name, Office office) {
        xml.open(name);
        xml.put("pcx_eb:OrganizationCode", office.code());
        xml.put("pcx_eb:OfficeName", office.name());
        xml.put("pcx_eb:OrganizationName", office.name());
        xml.optional("pcx_eb:ContactInfo", office.phone(), "pcx_eb:contactType=\"phone\"");
        xml.close();
    }

    private static void head(Xml xml, Document document) {
        var mark = document.status().mark();
        xml.open("pcx_ib:Head");
        xml.put("pcx_ib:Title", mark + document.title());
        xml.time("pcx_ib:CreateDateTime", document.created());
        xml.time("pcx_ib:FirstCreateDateTime", document.firstCreated());
        xml.time("pcx_ib:ReportDateTime", document.reported());
        xml.put("edxlde:distributionID", distribution(document));
        xml.put("edxlde:distributionType", document.type().code());
        xml.put("commons:documentRevision", String.valueOf(document.revision()));
        xml.put("commons:documentID", document.id().toString());
        xml.open("pcx_ib:Headline");
        xml.put("pcx_ib:Text", mark + document.headline());
        xml.open("pcx_ib:Areas").open("pcx_ib:Area");
        xml.put("commons:areaName", document.office().name());
        xml.close().close().close().close();
    }
}
