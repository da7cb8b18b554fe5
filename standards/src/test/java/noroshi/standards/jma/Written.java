package noroshi.standards.jma;

import java.nio.charset.StandardCharsets;

/** Small telegrams written for these tests: they run without the shared data. */
final class Written {
    private Written() {}

    static byte[] utf8(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /** A telegram with what a test varies; everything else is ordinary. */
    record Draft(
            String title,
            String status,
            String reportTime,
            String eventId,
            String infoType,
            String serial,
            String body) {
        Draft status(String changed) {
            return new Draft(title, changed, reportTime, eventId, infoType, serial, body);
        }

        Draft reportTime(String changed) {
            return new Draft(title, status, changed, eventId, infoType, serial, body);
        }

        Draft eventId(String changed) {
            return new Draft(title, status, reportTime, changed, infoType, serial, body);
        }

        Draft infoType(String changed) {
            return new Draft(title, status, reportTime, eventId, changed, serial, body);
        }

        Draft serial(String changed) {
            return new Draft(title, status, reportTime, eventId, infoType, changed, body);
        }

        Draft body(String changed) {
            return new Draft(title, status, reportTime, eventId, infoType, serial, changed);
        }

        Draft title(String changed) {
            return new Draft(changed, status, reportTime, eventId, infoType, serial, body);
        }

        String xml() {
            return """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Report xmlns="http://xml.kishou.go.jp/jmaxml1/">
                    <Control><Title>%s</Title><DateTime>2026-04-01T00:01:00Z</DateTime><Status>%s</Status>
                    <EditorialOffice>仙台管区気象台</EditorialOffice><PublishingOffice>気象庁</PublishingOffice></Control>
                    <Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/"><Title>宮城県%s</Title>
                    <ReportDateTime>%s</ReportDateTime><TargetDateTime>2026-04-01T09:00:00+09:00</TargetDateTime>
                    <EventID>%s</EventID><InfoType>%s</InfoType><Serial>%s</Serial><InfoKind>試し</InfoKind>
                    <InfoKindVersion>1.0_0</InfoKindVersion><Headline><Text>　見出し</Text></Headline></Head>
                    <Body xmlns="http://xml.kishou.go.jp/jmaxml1/body/seismology1/"
                        xmlns:jmx_eb="http://xml.kishou.go.jp/jmaxml1/elementBasis1/">%s</Body>
                    </Report>
                    """.formatted(title, status, title, reportTime, eventId, infoType, serial, body);
        }

        byte[] bytes() {
            return utf8(xml());
        }

        Telegram read() {
            return TelegramReader.read(bytes());
        }
    }

    /** 震度速報: 震度５弱 in 宮城県中部. */
    static Draft flash() {
        return new Draft("震度速報", "通常", "2026-04-01T09:01:00+09:00", "20260401085900", "発表", "1", """
                <Intensity><Observation><MaxInt>5-</MaxInt>
                <Pref><Name>宮城県</Name><Code>04</Code><MaxInt>5-</MaxInt>
                <Area><Name>宮城県中部</Name><Code>222</Code><MaxInt>5-</MaxInt></Area>
                <Area><Name>宮城県北部</Name><Code>220</Code><MaxInt>4</MaxInt></Area>
                </Pref></Observation></Intensity>
                <Comments><ForecastComment codeType="固定付加文"><Text>今後の情報に注意してください。</Text><Code>0217</Code></ForecastComment></Comments>
                """);
    }

    /** 震源・震度: a municipality that has not reported. */
    static Draft quake() {
        return flash().title("震源・震度に関する情報").serial("1").body("""
                <Earthquake><OriginTime>2026-04-01T08:59:00+09:00</OriginTime><ArrivalTime>2026-04-01T08:59:10+09:00</ArrivalTime>
                <Hypocenter><Area><Name>宮城県沖</Name><Code type="震央地名">286</Code>
                <jmx_eb:Coordinate description="北緯３８．３度　東経１４１．９度　深さ　５０ｋｍ">+38.3+141.9-50000/</jmx_eb:Coordinate></Area></Hypocenter>
                <jmx_eb:Magnitude type="Mj" description="Ｍ６．８">6.8</jmx_eb:Magnitude></Earthquake>
                <Intensity><Observation><MaxInt>6-</MaxInt>
                <Pref><Name>宮城県</Name><Code>04</Code><MaxInt>6-</MaxInt>
                <Area><Name>宮城県北部</Name><Code>220</Code><MaxInt>6-</MaxInt>
                <City><Name>登米市</Name><Code>0421200</Code><Condition>震度５弱以上未入電</Condition></City>
                <City><Name>栗原市</Name><Code>0421300</Code><MaxInt>6-</MaxInt><Revise>上方修正</Revise>
                <IntensityStation><Name>栗原市築館</Name><Code>0421333</Code><Int>6-</Int></IntensityStation></City></Area>
                </Pref></Observation></Intensity>
                <Comments><ForecastComment codeType="固定付加文"><Text>津波警報等を発表中です。</Text><Code>0211 0241</Code></ForecastComment></Comments>
                """);
    }

    /** 大津波警報 for 宮城県, １０ｍ超. */
    static Draft tsunami() {
        return flash().title("津波警報・注意報・予報a").serial("").body("""
                <Tsunami><Forecast><Item><Area><Name>宮城県</Name><Code>220</Code></Area>
                <Category><Kind><Name>大津波警報：発表</Name><Code>53</Code></Kind><LastKind><Name>津波警報</Name><Code>51</Code></LastKind></Category>
                <FirstHeight><ArrivalTime>2026-04-01T09:30:00+09:00</ArrivalTime><Condition>津波到達中と推測</Condition></FirstHeight>
                <MaxHeight><jmx_eb:TsunamiHeight type="津波の高さ" unit="m" description="１０ｍ超">10</jmx_eb:TsunamiHeight></MaxHeight>
                </Item></Forecast></Tsunami>
                """);
    }
}
