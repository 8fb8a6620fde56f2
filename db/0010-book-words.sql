-- New words of the school's own closed lists, for what happens from results to issued books. By themselves, because
-- PostgreSQL lets a transaction that adds a value to an enumeration not use it yet.

-- Xác nhận trang sổ, kết chuyển, chốt bìa; kí, phát hành; trả lại và trả lời; lệnh mở sổ; đính chính.
alter type school.act_kind add value 'confirm';
alter type school.act_kind add value 'carry-over';
alter type school.act_kind add value 'cover';
alter type school.act_kind add value 'sign';
alter type school.act_kind add value 'issue';
alter type school.act_kind add value 'send-back';
alter type school.act_kind add value 'answer';
alter type school.act_kind add value 'entry-order';
alter type school.act_kind add value 'correction';
