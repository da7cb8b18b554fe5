package noroshi.standards.opendata;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The first worksheet of an .xlsx (ECMA-376 part 1 §18): a ZIP unpacked within limits, XML without DTDs and entities. Values as they are
 * stored: a number stays a number, since lists of places carry no formulas worth computing.
 */
final class Workbook {

    private static final int ENTRIES_MAX = 500;
    private static final int PART_BYTES_MAX = 60_000_000;
    private static final long TOTAL_BYTES_MAX = 120_000_000;
    /** Tables pack 10 to 30 times; only what was made to unfold packs more. */
    private static final int RATIO_MAX = 150;

    private static final int COLUMN_LETTERS_MAX = 3;
    private static final String STRINGS = "xl/sharedStrings.xml";

    private final Map<String, byte[]> parts;

    private Workbook(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    static List<TableFile.Line> lines(byte[] file) throws Unreadable {
        try {
            return new Workbook(unpack(file)).sheet();
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // A broken ZIP or XML fails in many ways (also unchecked); all mean the same to who sent it.
            throw new Unreadable("Excelのファイルが壊れていて開けません。Excelで開き、.xlsx形式で保存し直してから選んでください。");
        }
    }

    private static Map<String, byte[]> unpack(byte[] file) throws IOException, Unreadable {
        var parts = new HashMap<String, byte[]>();
        long left = Math.min(TOTAL_BYTES_MAX, (long) file.length * RATIO_MAX);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            int entries = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > ENTRIES_MAX) throw new Unreadable("Excelのファイルの中身が%d個を超えています。".formatted(ENTRIES_MAX));
                boolean wanted = entry.getName().equals(STRINGS)
                        || entry.getName().startsWith("xl/worksheets/sheet")
                        || Set.of("xl/workbook.xml", "xl/_rels/workbook.xml.rels")
                                .contains(entry.getName());
                var out = new ByteArrayOutputStream();
                var buffer = new byte[16 * 1024];
                for (int read; (read = zip.read(buffer)) > 0; ) {
                    left -= read;
                    if (left < 0 || wanted && out.size() > PART_BYTES_MAX)
                        throw new Unreadable(
                                "開くと大きくなりすぎるため、読み取りを中止しました（圧縮爆弾と呼ばれる壊れたファイルの可能性があります）。必要な表だけを新しいファイルに保存してください。");
                    if (wanted) out.write(buffer, 0, read);
                }
                if (wanted) parts.put(entry.getName(), out.toByteArray());
            }
        }
        return parts;
    }

    private List<TableFile.Line> sheet() throws XMLStreamException, Unreadable {
        var sheet = parts.get(firstSheet());
        if (sheet == null) throw new Unreadable("このファイルにはExcelの表がありません。.xlsx形式の表を選んでください。");
        var strings = strings();
        var lines = new ArrayList<TableFile.Line>();
        var xml = xml(sheet);
        int number = 0;
        var row = new ArrayList<String>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                var told = xml.getAttributeValue(null, "r");
                number = told == null ? number + 1 : Integer.parseInt(told);
                row = new ArrayList<>();
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("c")) cell(xml, row, strings);
            else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")) lines.add(new TableFile.Line(number, row));
            if (lines.size() > Table.ROWS_MAX + 1) break;
        }
        return lines;
    }

    private static void cell(XMLStreamReader xml, List<String> row, List<String> strings) throws XMLStreamException {
        var reference = xml.getAttributeValue(null, "r");
        var type = xml.getAttributeValue(null, "t");
        int column = reference == null ? row.size() : column(reference);
        var text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (xml.getLocalName().equals("v") || xml.getLocalName().equals("t")) {
                    text.append(xml.getElementText());
                    depth--;
                } else if (xml.getLocalName().equals("f")) {
                    xml.getElementText();
                    depth--;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) depth--;
        }
        if (column > Table.COLUMNS_MAX) return;
        while (row.size() <= column) row.add("");
        row.set(
                column,
                "s".equals(type) ? strings.get(Integer.parseInt(text.toString().strip())) : text.toString());
    }

    /** "AB12" is column 27. */
    private static int column(String reference) {
        int column = 0;
        for (int i = 0; i < Math.min(COLUMN_LETTERS_MAX, reference.length()); i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') break;
            column = column * 26 + (c - 'A' + 1);
        }
        return column - 1;
    }

    /** Shared strings; what stands above a kanji as its reading (rPh) is no part of the text. */
    private List<String> strings() throws XMLStreamException {
        var strings = new ArrayList<String>();
        var part = parts.get(STRINGS);
        if (part == null) return strings;
        var xml = xml(part);
        var text = new StringBuilder();
        boolean reading = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT)
                switch (xml.getLocalName()) {
                    case "si" -> text = new StringBuilder();
                    case "rPh" -> reading = true;
                    case "t" -> {
                        var words = xml.getElementText();
                        if (!reading) text.append(words);
                    }
                    default -> {}
                }
            else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("rPh")) reading = false;
            else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("si")) strings.add(text.toString());
        }
        return strings;
    }

    /** The sheet that stands first in the book; where the book does not say, the one with the lowest name. */
    private String firstSheet() throws XMLStreamException {
        var book = parts.get("xl/workbook.xml");
        var relations = parts.get("xl/_rels/workbook.xml.rels");
        if (book != null && relations != null) {
            var id = attribute(book, "sheet", "id", "", "");
            var target = attribute(relations, "Relationship", "Target", "Id", id);
            var path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
            if (!id.isEmpty() && parts.containsKey(path)) return path;
        }
        return parts.keySet().stream()
                .filter(name -> name.startsWith("xl/worksheets/"))
                .sorted()
                .findFirst()
                .orElse("");
    }

    private static String attribute(byte[] part, String element, String wanted, String where, String is)
            throws XMLStreamException {
        var xml = xml(part);
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT
                    || !xml.getLocalName().equals(element)) continue;
            boolean matches = where.isEmpty();
            var value = "";
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                if (xml.getAttributeLocalName(i).equals(where))
                    matches |= xml.getAttributeValue(i).equals(is);
                if (xml.getAttributeLocalName(i).equals(wanted)) value = xml.getAttributeValue(i);
            }
            if (matches) return value;
        }
        return "";
    }

    private static XMLStreamReader xml(byte[] bytes) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    }
}
