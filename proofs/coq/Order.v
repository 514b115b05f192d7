(* LAW-3: the gradient of a batch does not depend on the order of two neighbours; from one law of addition. *)
Require Import List Arith Lia Bool.
From Stillpoint Require Import Model.
Import ListNotations.
Set Implicit Arguments.

(* terms added one after another, the terms i and i + 1 exchanged *)
Section Sum.
Variables A T : Type.
Variable plus : A -> T -> A.
Variable start : A.

Fixpoint sum (f : nat -> T) (n : nat) : A := match n with 0 => start | S m => plus (sum f m) (f m) end.
Definition exchanged (g f : nat -> T) i := g i = f (i + 1) /\ g (i + 1) = f i /\ forall k, k <> i -> k <> i + 1 -> g k = f k.
Lemma sum_before g f i n : exchanged g f i -> n <= i -> sum g n = sum f n.
Proof.
  intros E. induction n as [|n IH]; simpl; intros L; [reflexivity|]. destruct E as (_ & _ & others).
  rewrite IH, others by lia. reflexivity.
Qed.
Hypothesis swap : forall a t u, plus (plus a t) u = plus (plus a u) t.
Lemma sum_behind g f i n : exchanged g f i -> i + 2 <= n -> sum g n = sum f n.
Proof.
  intros E. induction n as [|n IH]; intros L; [lia|]. destruct (Nat.eq_dec n (i + 1)) as [second | later].
  - subst n. rewrite (Nat.add_1_r i). simpl. rewrite (sum_before E) by lia. destruct E as (first & second & _).
    rewrite Nat.add_1_r in *. rewrite first, second. apply swap.
  - destruct E as (first & second & others). simpl. rewrite IH, others by lia. reflexivity.
Qed.
End Sum.

Section Order.
Variables Q Act : Type.
Variable zero : Q.
Variables add mul : Q -> Q -> Q.
Variable ratio : nat -> nat -> Q.
Variable sigma : Act -> Q -> Q.
Variable slope : Act -> Q -> Q -> Q.

(* specs/theory/addition.key *)
Hypothesis axiomAddSwap : forall q r s, add (add q r) s = add (add q s) r.

Notation plusScaled := (plusScaled zero add mul).
Notation mPlusScaled := (mPlusScaled zero add mul).
Notation sPlusScaled := (sPlusScaled zero add mul).

Lemma plusScaled_swap u c v w : plusScaled (plusScaled u c v) c w = plusScaled (plusScaled u c w) c v.
Proof.
  apply vec_ext with zero; rewrite !len_plusScaled; [reflexivity|]. intros i L. rewrite !at_plusScaled, !len_plusScaled. cases. apply axiomAddSwap.
Qed.
Lemma mPlusScaled_swap M c N P : mPlusScaled (mPlusScaled M c N) c P = mPlusScaled (mPlusScaled M c P) c N.
Proof.
  apply mat_ext; rewrite !rows_mPlusScaled; [reflexivity|]. intros i L. rewrite !row_mPlusScaled, !rows_mPlusScaled. cases. apply plusScaled_swap.
Qed.
Lemma sPlusScaled_swap S c T U : sPlusScaled (sPlusScaled S c T) c U = sPlusScaled (sPlusScaled S c U) c T.
Proof.
  apply stack_ext; rewrite !depth_sPlusScaled; [reflexivity|]. intros i L. rewrite !layer_sPlusScaled, !depth_sPlusScaled. cases. apply mPlusScaled_swap.
Qed.

Lemma sumW_sum W B F kappa loss X Y c n : sumW zero add mul sigma slope W B F kappa loss X Y c n
  = sum (fun a t => sPlusScaled a c t) (sZeros zero W) (fun k => sampleW zero add mul sigma slope W B F kappa loss (row X k) (row Y k)) n.
Proof. induction n as [|n IH]; simpl; [reflexivity | rewrite IH; reflexivity]. Qed.
Lemma sumB_sum W B F kappa loss X Y c n : sumB zero add mul sigma slope W B F kappa loss X Y c n
  = sum (fun a t => mPlusScaled a c t) (mZeros zero B) (fun k => sampleB zero add mul sigma slope W B F kappa loss (row X k) (row Y k)) n.
Proof. induction n as [|n IH]; simpl; [reflexivity | rewrite IH; reflexivity]. Qed.

(* terms that are made of rows are exchanged with them *)
Lemma exchanged_terms {T} (term : Vec Q -> Vec Q -> T) x2 y2 x y i : exchanged x2 x i -> exchanged y2 y i ->
  exchanged (fun k => term (x2 k) (y2 k)) (fun k => term (x k) (y k)) i.
Proof.
  intros (x_first & x_second & x_others) (y_first & y_second & y_others). unfold exchanged.
  rewrite x_first, x_second, y_first, y_second. repeat split. intros k L L2. rewrite x_others, y_others by assumption. reflexivity.
Qed.

Theorem LAW_3 W B F kappa loss X2 Y2 X Y i :
  rows X2 = rows X -> i + 1 < rows X -> exchanged (row X2) (row X) i -> exchanged (row Y2) (row Y) i ->
  batchW zero add mul ratio sigma slope W B F kappa loss X2 Y2 = batchW zero add mul ratio sigma slope W B F kappa loss X Y
  /\ batchB zero add mul ratio sigma slope W B F kappa loss X2 Y2 = batchB zero add mul ratio sigma slope W B F kappa loss X Y.
Proof.
  intros R L EX EY. unfold batchW, batchB. rewrite R, !sumW_sum, !sumB_sum. split.
  - apply sum_behind with i; [intros; apply sPlusScaled_swap | apply exchanged_terms; assumption | lia].
  - apply sum_behind with i; [intros; apply mPlusScaled_swap | apply exchanged_terms; assumption | lia].
Qed.
End Order.
