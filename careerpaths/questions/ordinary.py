"""Words that everybody uses whatever they speak of: they tell nothing of a question's subject."""

from __future__ import annotations

_SMALL = """
    a about above across actually after afterwards again against ahead all along already also although always among
    an and another any anybody anymore anyone anything anywhere apart approximately as at away back because before
    beforehand behind below beside between beyond both but by currently dear down during e.g each eg either else etc
    even ever every everybody everyone everything exactly few fewer finally first for from gonna he hello her here
    hey hi him his honestly how hows i i.e ie if im immediately in instead into it its ive just kindly last later
    least less many maybe me merely mine more most much my myself n't neither never next no nobody none normally not
    nothing now nowhere of off often ok okay on once one ones only onto or other others our ours out over own per
    perhaps please plus presently quite rather really roughly same she simply since so some somebody someone
    something sometimes somewhere soon still straight such than thank thanks that the their theirs them then there
    these they this those though through till to today together too toward towards twice typically under until up
    upwards us usually very via vs wanna we well what whatever whats when where wheres whether which whichever while
    who whom whose why with within without yes yet you your yours
"""
_VERBS = """
    accept accepted add added advise allow allowed am applied apply are ask asked asking asks be became become
    becomes becoming been begin being believe bring brings call called came can carry change changed changes
    changing come comes coming consider considered contain contains could count counts decide describe did discuss
    do does doing done enter exist exists expect expected explain feel feels find finds fit fits follow following
    follows found gain gained gave get gets getting give given gives giving go goes going gone got guess had happen
    happens has have having hear heard held help hold holds hope hopes hoping include includes involve involved is
    keep keeps kept knew know known knows lead leading leads learn leave leaves left let lets like likes list listed
    lists look looked looking looks lose loses lost made make makes making matter matters may mean means meant meet
    might must name named need needs offer offered ought pass passes passing provide put puts reach reached reaches
    remain remains said say saying says see seem seems seen sees set sets shall should show showing shown shows sit
    speak speaking stand stands start started starting starts state stated states stay stays stop stopped stops
    suggest suggested suit suppose take taken takes taking talk tell tells think thinks thought told took tried
    tries try trying turn turned turns use used using want wanted wants was went were will wish wishes wonder rely
    relies depend depends non former wondering learnt learned remember remembered recall love loved enjoy enjoys
    worry worries worried afraid hate hates belongs bored work worked working works would write written
"""
_NAMES = """
    able answer answers around bad best better big bigger biggest bit boss case certain clear colleague colleagues
    company couple current day days difference different double early easy eight employee employees end far fast
    fine five folks four friend further good great guy half hard harder high higher highest hr kind kinds late line
    lines long longer lot lots low lower man manager mate member moment month months name new nice nine number
    numbers old one's part parts people person place places point points possible present question questions quick
    quickly real reason right seven several short side sides similar single six slow small sort sorts staff stuff
    sure team ten text texts thing things three time times true two understand way ways week weeks whole woman word
    words worse wrong year years ii iii iv problem problems uni
"""
ORDINARY = frozenset((*_SMALL.split(), *_VERBS.split(), *_NAMES.split()))
_CAREER = """
    abov accredit achiev addition advanc aim allow alter ambit anoth apprais area arriv arrow aspir assess attain
    average avoid bachelor band barrier base basis becom boss bottleneck bypass call career ceiling cert chapter
    charg chart check choice choos cite classif cleric clerk climb code colleg column compar compet compulsor
    condition consequen contrast contribut conversation corner credential cross cul-de-sac curent current cut dead
    deadline declar decod delta degree demand demot department describ detour develop diagram diff difficul diploma
    direct discuss distinguish diverge document door doubl drop duration dut edition educat eligib employ end enough
    entr equal equiv evidence exact exam exempt exit experience expert extra fall famil far feed field fill final
    fine flex flsa fork forward function funnel furth future gap generat goal grad grade grow hand hard high hold
    hop horizontal hour hurdle identif incre incumb individual informatic job journey jump justif key knowledge lack
    ladder land last lateral lead leg level licen lieu limit line list loaded logic long look lose lost manag
    mandator map mark master max meet mentee mentor merit middle min minim miss mov move necess need new next note
    oblig obligat obtain occupy off offer old open opportun option organi orient origin ot outcome outlin outrank
    outstanding overtime own page pair paper passag path pathway people perform permit person personnel place plan
    polic posit possib post postion practice predecess prefer prepar prerequis previous print prior professional
    proficien program progress promot proof prospect prove provis public pure qualif qualit quote rais rang rank
    reach read ready realis realistic reason receiv recent recruit reference regard relat remov report requir
    requisit respons return revers review revis rewrit ris road role role-to-role rout row rule rung safe same
    school scop section select self senior separat sequence sheet shift short sidestep sideway similar sit skill
    skip slow soon sourc special squeez staff stag stair standard station status steep step still stop straight
    stuck stud subject subsequent substitut succession successor suffic suit summar superior supervis support switch
    system tabl table tak talk target task team technic terminal terminus tick tier tim titl together top total
    tough track train transfer transition turn twice type typical unavoid undo unit univers up upgrad upward usual
    valid verse version vertical wait way weigh whichever wide wording work year
"""
CAREER = tuple(_CAREER.split())
"""The beginnings of words that people use when they speak of their way through an organisation's roles."""
